/** Philox 4×32-10 (Salmon et al., SC 2011): its multipliers, and what is added to its key. */
export const M0: u32 = 0xd2511f53;
export const M1: u32 = 0xcd9e8d57;
export const W0: u32 = 0x9e3779b9;
export const W1: u32 = 0xbb67ae85;
export const ROUNDS: i32 = 10;
