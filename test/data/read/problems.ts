import { expect } from 'vitest';
import { InputError } from '../../../src/config/problem.js';

/** The lines of the problem that a reader tells, which must be one of the data. */
export function problemsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).exitCode).toBe(3);
    const lines = (error as InputError).message.split('\n');
    for (const line of lines) expect(line).toMatch(/^[^\p{Cc}]+$/u);
    return lines;
  }
  return [];
}

/** The same of a reader that waits for files. */
export async function problemsOfAsync(read: () => Promise<unknown>): Promise<string[]> {
  const failure = await read().then(
    () => undefined,
    (error: unknown) => () => {
      throw error;
    },
  );
  return failure ? problemsOf(failure) : [];
}
