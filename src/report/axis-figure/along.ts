import type { AggregateRecord, Results } from '../../results/schema.js';
import {
  type AxisValue,
  groupedBy,
  type SweepAxis,
  sizeAxis,
  sweepAxes,
} from '../../results/sweep-axes.js';
import { grouped } from '../../results/wording.js';
import { described } from '../axis-words.js';
import type { Along, AxisLine } from './spec.js';

/** The number of parameters along x; the axis that makes networks larger tells no lines apart. */
export function alongSize(results: Results): Along {
  const axes = sweepAxes(results);
  const own = sizeAxis(axes);
  const others = axes.filter((axis) => axis !== own);
  const xOf = (record: AggregateRecord) => record.params;
  const sizes = [...new Set(results.aggregate.map(xOf))].sort((a, b) => a - b);
  return {
    title: 'parameters',
    kind: 'logarithmic',
    values: sizes,
    labels: sizes.map(grouped),
    xOf,
    others,
    lines: linesOf(results, others, sizes, xOf),
    bySize: true,
  };
}

/** A hyper-parameter along x. */
export function alongAxis(results: Results, axis: SweepAxis): Along {
  const others = sweepAxes(results).filter(({ name }) => name !== axis.name);
  const xOf = ({ variant }: AggregateRecord) => axis.of.get(variant);
  const lines = linesOf(results, others, axis.values, xOf);
  return { ...described(axis), xOf, others, lines, bySize: false };
}

/** In the order of the values on the other axes, the first of them first. */
function linesOf(
  { aggregate }: Results,
  others: readonly SweepAxis[],
  order: readonly AxisValue[],
  xOf: Along['xOf'],
): AxisLine[] {
  const places = new Map(order.map((value, at) => [value, at]));
  const place = (record: AggregateRecord) => places.get(xOf(record)!)!;
  const placed = aggregate.filter((record) => places.has(xOf(record)!));
  const rank = ({ values }: AxisLine, axis: number) =>
    values[axis] === undefined ? -1 : others[axis].values.indexOf(values[axis]);
  return groupedBy(placed, others)
    .map(({ values, records }) => ({
      values,
      points: [...records].sort((a, b) => place(a) - place(b)),
    }))
    .sort((a, b) => {
      const first = others.findIndex((_, axis) => rank(a, axis) !== rank(b, axis));
      return first < 0 ? 0 : rank(a, first) - rank(b, first);
    });
}
