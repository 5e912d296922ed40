/**
 * The normal distribution, for GELU. With y = |z|, Φ(−y) = e^(−y²/2) R(y), where R, a half of the
 * scaled complementary error function, is a quotient of polynomials with positive coefficients:
 * R = (½ + N1 y + … + N4 y⁴) / (1 + D1 y + … + D5 y⁵), 0 ≤ y ≤ 14.6, within 2⁻²⁶.
 */
export const N1: f32 = 0.43779564;
export const N2: f32 = 0.18283516;
export const N3: f32 = 0.04048968;
export const N4: f32 = 0.004092339;
export const D1: f32 = 1.6734761;
export const D2: f32 = 1.2009073;
export const D3: f32 = 0.46840674;
export const D4: f32 = 0.10149907;
export const D5: f32 = 0.010257852;

/** 1 / √(2π): the density at 0. */
export const DENSITY: f32 = 0.3989422804014327;
/** The first twelve bits of a number: their square is exact. */
export const HEAD: i32 = 0xfffff000;

/** GELU's tanh form is z · sigmoid(G1 z + G3 z³): 2 √(2/π), and 0.044715 of it. */
export const G1: f32 = 1.5957691216057308;
export const G3: f32 = 0.07135481627260025;
