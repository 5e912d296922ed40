import { type Check, type Finding, value } from './finding.js';
import type { Path } from './layer.js';
import { grouped } from './text.js';
import { nameOf, type SweepConfig } from './types.js';

const METHOD: Path = ['training', 'method'];

/** What the method least-squares asks of the rest: it has no steps, and squares alone. */
export const METHOD_CHECKS: readonly Check[] = [
  {
    reads: [['training'], ['networks']],
    run: ({ training, networks }) => solvable(training, networks),
  },
];

function solvable(
  { method, epochs, loss, penalty, clip, earlyStopping, augmentation }: SweepConfig['training'],
  { output, dropout, hidden }: SweepConfig['networks'],
): Finding[] {
  if (method !== 'least-squares') return [];
  const name = nameOf(loss);
  const activation = nameOf(output.activation);
  const drops =
    dropout > 0 || hidden.flat().some((layer) => typeof layer !== 'number' && layer.dropout);
  const without: [string, boolean][] = [
    ['dropout', drops],
    ['penalties', penalty.l1 > 0 || penalty.l2 > 0],
    ['clipping', clip !== 'none'],
    ['early stopping', earlyStopping !== 'none'],
    ['augmentation', Object.values(augmentation).some((each) => each !== 0 && each !== 'none')],
  ];
  const found = (path: Path, what: string, expected: string) =>
    value(path, `found ${what} with the method least-squares, expected ${expected}`);
  return [
    ...(epochs === 1
      ? []
      : [found(['training', 'epochs'], `${grouped(epochs)} epochs`, '1: it solves at once')]),
    ...(name === 'mse' || name === 'half-sse'
      ? []
      : [found(['training', 'loss'], `the loss ${name}`, 'mse or half-sse')]),
    ...(activation === 'linear'
      ? []
      : [found(['networks', 'output', 'activation'], activation, 'linear')]),
    ...(output.frozen
      ? [found(['networks', 'output', 'frozen'], 'a frozen output layer', 'one that is solved for')]
      : []),
    ...without.filter(([, is]) => is).map(([what]) => found(METHOD, what, 'none: it has no steps')),
  ];
}
