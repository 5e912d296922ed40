import type { SetName } from '../../../results/measured.js';
import { figure, grouped, percent } from '../../../results/wording.js';
import { bandPath, type Point } from '../../chart/shape.js';
import { element, escapeXml, xy } from '../../chart/svg.js';
import type { Five, PageAxis, PageData, PageMeasure } from '../data.js';
import { axes, type Box, boxOf, type Drawing, inside, line, type Spot } from './drawing.js';
import { type PageScale, scaleOfNames, scaleOver } from './scale.js';
import type { View } from './view.js';

/** With more lines than this they only hide the markers. */
const MOST_LINES = 40;

/** Final values of every variant against what lies along x. */
export function finalChart(data: PageData, view: View, width: number): Drawing {
  const measure = data.measures[view.measure];
  const axis = data.axes[view.axis];
  const box = boxOf(width);
  const x: PageScale =
    axis.kind === 'categories'
      ? scaleOfNames(axis.labels.map(escapeXml), [box.left, box.right])
      : scaleOver(axis.at, view.isLog.x, [box.left, box.right], width < 500 ? 4 : 7);
  const y = scaleOver(
    valuesOf(measure, view),
    view.isLog.y,
    [box.bottom, box.top],
    7,
    measure.floor,
  );
  const chart: Chart = { data, view, measure, x, y, at: axis.at, lines: axis.lines, box };
  const spots = view.sets.flatMap((set, row) => spotsOf(chart, set, row));
  return {
    title: `Final ${measure.title} against ${axis.title}`,
    markup: [
      axes(box, x, y, { x: axis.title, y: `final ${measure.title}` }),
      ...uprights(axis.marks, chart),
      ...references(chart, spots).lines,
      inside(
        box,
        view.sets.map((set) => setMarkup(chart, set)),
      ),
      ...references(chart, spots).names,
    ].join(''),
    spots,
    mark: ({ variant, x: at }) =>
      element('path', { class: 'cursor', d: `M${xy(at, box.top)}V${box.bottom}` }) +
      spots
        .filter((spot) => spot.variant === variant)
        .map((spot) => element('circle', { class: 'ring', cx: spot.x, cy: spot.y, r: 7 }))
        .join(''),
  };
}

interface Chart {
  data: PageData;
  view: View;
  measure: PageMeasure;
  x: PageScale;
  y: PageScale;
  at: readonly (number | null)[];
  lines: readonly (readonly number[])[];
  box: Box;
}

/** What the axis must hold. */
function valuesOf({ finals, runs, references }: PageMeasure, { sets, bySeed }: View) {
  return [
    ...sets.flatMap((set) =>
      bySeed && runs?.[set] ? runs[set].flat() : (finals[set] ?? []).flat(),
    ),
    ...references.filter(({ set }) => sets.includes(set)).map(({ value }) => value),
  ];
}

function setMarkup(chart: Chart, set: SetName): string {
  const { view, measure, x, y, at, lines } = chart;
  const finals = measure.finals[set] ?? [];
  const parts: string[] = [];
  const isOne = lines.length === 1;
  for (const variants of lines.length <= MOST_LINES ? lines : []) {
    const own = variants.filter((variant) => x.holds(at[variant]));
    const xs = own.map((variant) => x.at(at[variant]!));
    const spreads = own.map((variant) => finals[variant] ?? []);
    if (isOne && !view.bySeed) parts.push(...bands(xs, spreads, y));
    const isPale = view.alone !== undefined && !isOne && !variants.includes(view.alone);
    const style = `line${isOne ? '' : ' thin'}${isPale ? ' pale' : ''}`;
    parts.push(
      line(
        xs,
        spreads.map(([middle]) => middle),
        y,
        { class: style },
      ),
    );
  }
  if (view.bySeed) parts.push(dots(chart, set));
  parts.push(...markers(chart, set));
  return element('g', { class: `set ${set}` }, parts);
}

/** Quartiles in a darker, extremes in a paler band. */
export function bands(xs: readonly number[], spreads: readonly Five[], y: PageScale): string[] {
  const along = (key: number) =>
    spreads.map((spread, at): Point => {
      const value = spread[key];
      return y.holds(value) ? [xs[at], y.at(value)] : null;
    });
  const band = (upper: number, lower: number, name: string) => {
    const d = bandPath(along(upper), along(lower));
    return d === '' ? '' : element('path', { class: name, d });
  };
  return [band(4, 3, 'band extremes'), band(2, 1, 'band')];
}

function dots({ view, measure, x, y, at }: Chart, set: SetName): string {
  const d = (measure.runs?.[set] ?? []).flatMap((values, variant) => {
    const isPale = view.alone !== undefined && view.alone !== variant;
    if (!x.holds(at[variant]) || isPale) return [];
    return values.flatMap((value) =>
      y.holds(value) ? [`M${xy(x.at(at[variant]!), y.at(value))}h0`] : [],
    );
  });
  return d.length === 0 ? '' : element('path', { class: 'dots', d: d.join('') });
}

function markers({ view, measure, x, y, at }: Chart, set: SetName): string[] {
  return (measure.finals[set] ?? []).flatMap(([middle], variant) => {
    if (!x.holds(at[variant]) || !y.holds(middle)) return [];
    const isPale = view.alone !== undefined && view.alone !== variant;
    return [marker(set, x.at(at[variant]), y.at(middle), isPale ? 'pale' : '')];
  });
}

/** Filled circles for training, diamonds for validation, hollow squares for test. */
function marker(set: SetName, x: number, y: number, name: string): string {
  if (set === 'train') return element('circle', { class: `mark ${name}`, cx: x, cy: y, r: 3.6 });
  const d =
    set === 'test'
      ? `M${xy(x - 3.3, y - 3.3)}h6.6v6.6h-6.6Z`
      : `M${xy(x, y - 4.6)}l4.6 4.6l-4.6 4.6l-4.6 -4.6Z`;
  return element('path', { class: `mark ${set === 'test' ? 'hollow ' : ''}${name}`, d });
}

/** Places along x that mean something, named on end at the foot of their lines. */
function uprights(marks: PageAxis['marks'], { x, box }: Chart): string[] {
  return marks
    .map(({ value, label }) => ({ at: x.at(value), label }))
    .filter(({ at }) => at >= box.left && at <= box.right)
    .map(({ at, label }) => {
      const [left, foot] = [at - 4, box.bottom - 6];
      const place = {
        class: 'dim halo',
        x: left,
        y: foot,
        transform: `rotate(-90 ${left} ${foot})`,
      };
      return (
        element('path', { class: 'upright', d: `M${xy(at, box.top)}V${box.bottom}` }) +
        element('text', place, escapeXml(label))
      );
    });
}

/** Names stand over the data, where two of them do not touch. */
function references(
  { measure, view, y, box }: Chart,
  spots: readonly Spot[],
): { lines: string[]; names: string[] } {
  const shown = measure.references
    .filter(
      ({ set, value }) => view.sets.includes(set) && y.holds(value) && y.at(value) <= box.bottom,
    )
    .sort((a, b) => a.value - b.value);
  let free = Number.POSITIVE_INFINITY;
  const names = shown.map(({ set, label, value }) => {
    const at = y.at(value);
    if (at > free - 12) return '';
    free = at;
    const words = `${label}, ${set} ${figure(value)}`;
    const room = 6 * words.length;
    const near = spots.filter((spot) => spot.y > at - 22 && spot.y < at + 6);
    const isTaken = near.some((spot) => spot.x > box.right - room);
    const isLeft = isTaken && !near.some((spot) => spot.x < box.left + room);
    const x = isLeft ? box.left + 4 : box.right - 2;
    const anchor = isLeft ? 'start' : 'end';
    const place = { class: 'dim halo', x, y: at - 4, 'text-anchor': anchor };
    return element('text', place, escapeXml(words));
  });
  const lines = shown.map(({ set, value }) =>
    element('path', {
      class: `reference ${set}`,
      d: `M${xy(box.left, y.at(value))}H${box.right}`,
    }),
  );
  return { lines, names };
}

function spotsOf({ data, view, measure, x, y, at, box }: Chart, set: SetName, row: number): Spot[] {
  const write = measure.isShare ? percent : figure;
  return data.variants
    .flatMap(({ label, params, runs, finished }, variant): Spot[] => {
      const value = measure.finals[set]?.[variant]?.[0];
      if (!x.holds(at[variant]) || !y.holds(value)) return [];
      const lines = view.sets.map((each) => {
        const [middle, q1, q3] = measure.finals[each]?.[variant] ?? [];
        return `${each} ${write(middle)} [${write(q1)}, ${write(q3)}]`;
      });
      const size = `${grouped(params)} parameters, ${finished} of ${runs} runs finished`;
      return [
        {
          variant,
          row,
          x: x.at(at[variant]),
          y: Math.min(y.at(value), box.bottom),
          head: label,
          lines: [size, ...lines],
        },
      ];
    })
    .sort((a, b) => a.x - b.x);
}
