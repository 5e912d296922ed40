/** `[flags, help]` */
export const RUNS_FLAGS: readonly (readonly [string, string])[] = [
  [
    '--sort <column>',
    'name, date (default), test, accuracy, params, duration, …: best or latest first',
  ],
  ['--reverse', 'the other way round'],
  ['--limit <n>', 'so many of them'],
  ['--all', 'those, too, that only the journal remembers'],
  ['--json', 'a line of JSON a run, with its whole config'],
];

/** May be repeated. */
export const WHERE_FLAG = [
  '--where <condition>',
  'KEY=VALUE of the config or of a column; also != < <= > >=; repeat for more',
] as const;
