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
    if (rows.length !== units || rows.some((row) => row.length !== columns)) {
      const found = `${rows.length} × ${rows[0]?.length ?? 0}`;
      report(`initial.weights[${l}]`, found, `${units} × ${columns} (units × inputs)`);
    }
    if (biases[l].length !== units)
      report(`initial.biases[${l}]`, String(biases[l].length), `${units} numbers`);
  });
  if (problems.length > 0) throw new InputError(problems);
}
