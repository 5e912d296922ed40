import { InputError, type Problem } from '../../config/problem.js';
import { grouped, printable } from '../../config/text.js';

const SHOWN = 20;

/** Collects the problems of a file: the first ones, and how many more there are. */
export class ReadProblems {
  private readonly first: Problem[] = [];
  private count = 0;
  private readonly where: string;

  /** @param where the file, as a message shows it. */
  constructor(where: string) {
    this.where = where;
  }

  get any(): boolean {
    return this.count > 0;
  }

  add(message: string, line?: number, column?: number): void {
    if (++this.count > SHOWN) return;
    const problem: Problem = { where: this.where, message };
    if (line !== undefined) problem.line = line;
    if (column !== undefined) problem.column = column;
    this.first.push(problem);
  }

  list(): Problem[] {
    const rest = this.count - this.first.length;
    if (rest === 0) return this.first;
    return [...this.first, { where: this.where, message: `… and ${grouped(rest)} more` }];
  }

  /** Ends the reading if there is any problem. */
  throwAny(): void {
    if (this.any) throw new InputError(this.list(), 3);
  }
}

/** The error of a file of which nothing more can be said. */
export function fileError(path: string, message: string): InputError {
  return new InputError([{ where: printable(path), message }], 3);
}
