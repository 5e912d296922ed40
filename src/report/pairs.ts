import type { Results } from '../results/schema.js';
import { type Score, scored, scoreOf } from '../results/score.js';
import type { SweepAxis } from '../results/sweep-axes.js';
import { described } from './axis-words.js';
import { cellsOf } from './cells.js';

/** Of more axes than this not every pair has a figure. */
const MOST_AXES = 3;

/**
 * The pairs of axes that are drawn: all of two or three axes; of more, those of the three axes along
 * which the score differs most: between the best of their best cells and the worst of them.
 */
export function pairsOf(results: Results, axes: readonly SweepAxis[]): [SweepAxis, SweepAxis][] {
  const score = scoreOf(results);
  const effects = new Map(axes.map((axis) => [axis, effect(results, axis, score)]));
  const strongest = [...axes].sort((a, b) => effects.get(b)! - effects.get(a)!).slice(0, MOST_AXES);
  const shown = axes.filter((axis) => strongest.includes(axis));
  return shown.flatMap((a, at) => shown.slice(at + 1).map((b): [SweepAxis, SweepAxis] => [a, b]));
}

/** How far the best scores of the cells of an axis lie apart; of losses as a ratio. */
function effect({ aggregate }: Results, axis: SweepAxis, score: Score): number {
  const cells = cellsOf(described(axis));
  const best = new Map<number, number>();
  for (const record of aggregate) {
    const value = axis.of.get(record.variant);
    const own = scored(score, record, score.by);
    if (value === undefined || own === null) continue;
    const cell = cells.of(value);
    const rival = best.get(cell);
    if (rival === undefined || score.sign * own > score.sign * rival) best.set(cell, own);
  }
  const values = [...best.values()];
  if (values.length < 2) return 0;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return score.measure === 'loss' && low > 0 ? high / low : high - low;
}
