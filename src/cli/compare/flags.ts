/** `[flags, help]` */
export const COMPARE_FLAGS: readonly (readonly [string, string])[] = [
  [
    '--measure <name>',
    'loss, accuracy, mae, r2; default: accuracy where all have classes, else loss',
  ],
  ['--json', 'all numbers, for programs'],
  ['--out <file>', 'the comparison as a page, with its figure'],
  ['--force', 'overwrite the file'],
];
