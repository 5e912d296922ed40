/** `[flags, help]` */
export const VERDICT_FLAGS: readonly (readonly [string, string])[] = [
  ['--noise-variance <v>', 'of the noise on the training labels, from 0; over the file'],
  ['--label-variance <v>', 'of the training labels, above 0; over the file'],
  ['--json', 'the verdict for programs; a list of them where there are several curves'],
];
