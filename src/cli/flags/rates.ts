/** The learning rates that `lr-range` tries: `[flags, help]` */
export const RATE_FLAGS: readonly (readonly [string, string])[] = [
  ['--from <x>', 'the lowest learning rate, default 1e-5'],
  ['--to <x>', 'the highest, default 10'],
  ['--points <n>', 'how many, at equal ratios, default 25'],
];
