import type { ReadProblems } from '../data/read/problems.js';
import { fanIn } from '../plan/network.js';
import type { ModelRecord } from './record.js';

/** Collects every layer whose weights or biases do not fit the network. */
export function checkParameters(
  { network: { inputs, layers }, weights, biases }: ModelRecord,
  problems: ReadProblems,
): void {
  const report = (at: string, found: string, expected: string | number) =>
    problems.add(`found ${found} in ${at}, expected ${expected}`);
  for (const [key, list] of Object.entries({ weights, biases })) {
    if (list?.length !== layers.length)
      report(key, `${list?.length ?? 'no'} layers`, layers.length);
  }
  if (problems.any) return;
  layers.forEach(({ units }, l) => {
    const columns = fanIn(inputs, layers, l);
    const odd = weights[l].findIndex((row) => row.length !== columns);
    if (weights[l].length !== units) report(`weights[${l}]`, `${weights[l].length} rows`, units);
    else if (odd >= 0)
      report(`weights[${l}][${odd}]`, `${weights[l][odd].length} numbers`, columns);
    if (biases[l].length !== units) report(`biases[${l}]`, `${biases[l].length} numbers`, units);
  });
}

/** The rows of a matrix, one after the other. */
export function joinRows(rows: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const [{ length }] = rows;
  const values = new Float32Array(rows.length * length);
  rows.forEach((row, i) => {
    values.set(row, i * length);
  });
  return values;
}
