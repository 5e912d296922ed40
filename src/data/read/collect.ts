import { InputError, type Problem } from '../../config/problem.js';

/**
 * The results of all tasks, which run one after another.
 *
 * @throws {InputError} (exit code 3) with the problems of all.
 */
export function collect<T>(tasks: readonly (() => T)[]): T[] {
  const problems: Problem[] = [];
  const results = tasks.flatMap((task) => {
    try {
      return [task()];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new InputError(problems, 3);
  return results;
}

/** What a promise that is settled came to. */
export function settledValue<T>(result: PromiseSettledResult<T>): T {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
