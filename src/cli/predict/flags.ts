/** `[flags, help]` */
export const READING_FLAGS: readonly (readonly [string, string])[] = [
  ['--labels <file>', 'targets of the rows, where they have a file of their own: IDX, NPY'],
  ['--kind <name>', 'of the file: csv, idx, npy, json; default: what it looks like'],
  ['--target <columns>', 'what is predicted, where the file has it: names or indices'],
  ['--ignore <columns>', 'neither inputs nor targets'],
  ['--header', 'the first line names the columns'],
  ['--no-header', 'it does not'],
  ['--skip-lines <n>', 'lines above the header'],
  ['--set <name>', 'of the file of the training: only its train, validation or test rows'],
];
