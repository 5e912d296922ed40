import type { LossName } from '../../config/types.js';
import {
  REFERENCE_NAMES,
  type ReferenceLine,
  type ReferenceLines,
  type ReferenceName,
  referenceLabel,
} from '../reference-lines.js';
import type { Observation } from '../schema.js';
import type { MeasuredPoint } from '../size-curves.js';
import { counted, figure, grouped, listed } from '../wording.js';

type Present = [name: ReferenceName, line: ReferenceLine];

/** The errors of the predictors that need no network; figures draw their lines from it. */
export function referenceErrors(
  lines: ReferenceLines,
  loss: LossName,
  datasets: number,
): Observation[] {
  const clauses = present(lines).map(
    ([name, line]) => `${referenceLabel(name, loss)} ${figure(line.train)} / ${figure(line.test)}`,
  );
  if (clauses.length === 0) return [];
  const over = datasets === 1 ? '' : `, medians over ${counted(datasets, 'dataset')}`;
  const text = `Without a network (train / test${over}): ${clauses.join(', ')}.`;
  return [{ kind: 'reference', text, evidence: { ...lines } }];
}

/** Each network against each reference, on either set. */
export function versusReferences(
  lines: ReferenceLines,
  loss: LossName,
  points: readonly MeasuredPoint[],
  networks: number,
): Observation[] {
  if (points.length === 0) return [];
  const noun = points.length < networks ? 'networks that finished' : 'networks';
  return present(lines).map(([name, line]) => ({
    kind: `versus-${name}`,
    text:
      `The ${referenceLabel(name, loss)} is beaten on the training set by ` +
      `${beaters(points, 'train', line.train, noun)}, on the test set by ` +
      `${beaters(points, 'test', line.test, noun)}.`,
    evidence: {
      reference: line,
      networks: points.map(({ variant, train, test }) => ({
        variant,
        train: ratio(train, line.train),
        test: ratio(test, line.test),
      })),
    },
  }));
}

function present(lines: ReferenceLines): Present[] {
  return REFERENCE_NAMES.flatMap((name): Present[] => {
    const line = lines[name];
    return line === undefined ? [] : [[name, line]];
  });
}

/** Names the shorter of the two camps. */
function beaters(
  points: readonly MeasuredPoint[],
  set: 'train' | 'test',
  reference: number | null,
  noun: string,
): string {
  const better = points.filter((point) => reference !== null && point[set] < reference);
  const others = points.filter((point) => !better.includes(point));
  const names = (of: readonly MeasuredPoint[]) => listed(of.map((point) => point.variant));
  if (better.length === 0) return points.length === 1 ? `not ${names(points)}` : 'no network';
  if (points.length === 1) return names(better);
  if (others.length === 0) return `all ${grouped(points.length)} ${noun}`;
  const who = better.length <= others.length ? names(better) : `all but ${names(others)}`;
  return `${grouped(better.length)} of ${grouped(points.length)} ${noun} (${who})`;
}

function ratio(error: number, reference: number | null): number | null {
  return reference === null || reference === 0 ? null : error / reference;
}
