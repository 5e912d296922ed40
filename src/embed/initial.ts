import { InputError, type Problem } from '../config/problem.js';
import { fanIn, type Network } from '../plan/network.js';
import type { InitialParameters } from '../train/parameters.js';

/** @throws {InputError} for parameters that do not fit the network, with every layer that is wrong. */
export function checkInitial(
  { weights, biases }: InitialParameters,
  { inputs, layers }: Network,
): void {
  const problems: Problem[] = [];
  const report = (where: string, found: string, expected: string) =>
    problems.push({ where, message: `found ${found}, expected ${expected}` });
  for (const [key, list] of Object.entries({ weights, biases })) {
    if (list?.length !== layers.length)
      report(`initial.${key}`, `${list?.length ?? 'no'} layers`, `${layers.length}`);
  }
  if (problems.length > 0) throw new InputError(problems);
  layers.forEach(({ units }, l) => {
    const columns = fanIn(inputs, layers, l);
    const rows = Array.from(weights[l]);
    const odd = rows.findIndex((row) => row.length !== columns);
    if (rows.length !== units) report(`initial.weights[${l}]`, `${rows.length} rows`, `${units}`);
    else if (odd >= 0)
      report(`initial.weights[${l}][${odd}]`, `${rows[odd].length} numbers`, `${columns}`);
    if (biases[l].length !== units)
      report(`initial.biases[${l}]`, `${biases[l].length} numbers`, `${units}`);
  });
  if (problems.length > 0) throw new InputError(problems);
}
