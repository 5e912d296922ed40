/** `[flags, help]` */
export const FIGURES_FLAGS: readonly (readonly [string, string])[] = [
  ['--out <folder>', 'default: the folder of the run'],
  ['--force', 'write beside files that no run has written, or a run of another configuration'],
];
