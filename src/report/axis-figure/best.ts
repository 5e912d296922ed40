import { SET_WORDS, type SetName, setsIn } from '../../results/measured.js';
import type { AggregateRecord, Results } from '../../results/schema.js';
import { axisTitles } from '../axis-words.js';
import { cellsOf } from '../cells.js';
import type { Along, AxisFigure } from './spec.js';

/** The line of a figure whose other axes make too many of them. */
export interface BestLine {
  /** The variant that does best at each place along x. */
  points: AggregateRecord[];
  /** All others. */
  rest: AggregateRecord[];
  /** `line: best of width and activation, at each learning rate`. */
  words: string;
  /** `by median validation loss` */
  by: string;
}

/**
 * Chooses at every value along x, or in every eighth of an axis with many values, by the validation
 * rows, or by the test rows where there are none.
 */
export function bestLine(results: Results, spec: AxisFigure, along: Along): BestLine {
  const by = choosingSet(results);
  const cells = cellsOf(along);
  const key = (record: AggregateRecord) => cells.of(along.xOf(record)!);
  const best = new Map<number, AggregateRecord>();
  const score = scoreOn(spec, by);
  const records = along.lines.flatMap(({ points }) => points);
  for (const record of records) {
    const value = score(record);
    if (value === null) continue;
    const rival = best.get(key(record));
    if (rival === undefined || spec.sign * value > spec.sign * score(rival)!) {
      best.set(key(record), record);
    }
  }
  const each = along.bySize ? 'size' : along.title;
  const where = cells.borders.length > 0 ? 'in each eighth of the axis' : `at each ${each}`;
  const points = [...best].sort(([a], [b]) => a - b).map(([, record]) => record);
  const chosen = new Set(points);
  return {
    points,
    rest: records.filter((record) => !chosen.has(record)),
    words: `${along.kind === 'categories' ? 'marked' : 'line'}: best of ${axisTitles(along.others)} ${where}`,
    by: `by ${spec.statistic ?? 'median'} ${SET_WORDS[by]} ${spec.noun}`,
  };
}

/** Variants are chosen by the validation rows, where there are any. */
export function choosingSet(results: Results): SetName {
  return setsIn(results).includes('validation') ? 'validation' : 'test';
}

/** What a variant is chosen by. */
export function scoreOn({ measure }: AxisFigure, by: SetName) {
  return (record: AggregateRecord): number | null => measure.spreads(record)?.[by]?.median ?? null;
}
