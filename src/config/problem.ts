/** One thing that is wrong with the user's input, in words that say how to mend it. */
export interface Problem {
  /** File name, flag (`--epochs`) or environment variable; absent for values given in code. */
  where?: string;
  /** From 1; absent where there is no such place. */
  line?: number;
  column?: number;
  /** `found …, expected …` and, where there is a near match, `did you mean …?` On one line. */
  message: string;
}

/** Bad input: all problems of one pass. Exit code 2 (flags and config) or 3 (data files). */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];
  readonly exitCode: 2 | 3;

  constructor(problems: readonly Problem[], exitCode: 2 | 3 = 2) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
    this.exitCode = exitCode;
  }
}

/** `where:line:column: message`, leaving out what is unknown. */
export function formatProblem({ where, line, column, message }: Problem): string {
  const place = [where, line, column].filter((part) => part !== undefined).join(':');
  return place === '' ? message : `${place}: ${message}`;
}
