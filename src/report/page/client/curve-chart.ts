import type { SetName } from '../../../results/measured.js';
import { capital, figure, grouped, percent } from '../../../results/wording.js';
import { element } from '../../chart/svg.js';
import type { PageCurve, PageData, PageMeasure } from '../data.js';
import {
  axes,
  type Box,
  boxOf,
  type Drawing,
  inside,
  line,
  ofVariant,
  type Spot,
} from './drawing.js';
import { bands } from './final-chart.js';
import { type PageScale, scaleOfEpochs, scaleOver } from './scale.js';
import type { View } from './view.js';

interface Chart {
  data: PageData;
  view: View;
  measure: PageMeasure;
  curves: readonly PageCurve[];
  x: PageScale;
  y: PageScale;
  box: Box;
}

/** How the variants learn: medians with bands, or every run by itself. */
export function curveChart(data: PageData, view: View, width: number): Drawing {
  const chosen = data.measures[view.measure];
  const measure = chosen.curves ? chosen : data.measures.find(({ curves }) => curves)!;
  const isLog = measure === chosen ? view.isLog.y : measure.isLog;
  const all = measure.curves ?? [];
  const alone = all.filter(({ variant }) => variant === view.alone);
  const curves = view.alone === undefined ? all : alone;
  const box = boxOf(width);
  const last = all.reduce((most, { epochs, seeds }) => {
    return Math.max(most, epochs.at(-1) ?? 0, seeds?.epochs.at(-1) ?? 0);
  }, 1);
  const x = scaleOfEpochs(last, view.isLog.epochs, [box.left, box.right]);
  const y = scaleOver(valuesOf(curves, view), isLog, [box.bottom, box.top], 7, measure.floor);
  const chart: Chart = { data, view, measure, curves, x, y, box };
  return {
    title: `${capital(measure.title)} against epoch`,
    markup: [
      axes(box, x, y, { x: view.isLog.epochs ? 'epoch (logarithmic)' : 'epoch', y: measure.title }),
      inside(
        box,
        curves.map((curve) => curveMarkup(chart, curve)),
      ),
    ].join(''),
    spots: curves.flatMap((curve, at) =>
      view.sets.flatMap((set, of) => spotsOf(chart, curve, set, at * view.sets.length + of)),
    ),
    mark: (spot) => markOf(chart, spot),
  };
}

function valuesOf(curves: readonly PageCurve[], { sets, bySeed }: View) {
  return curves.flatMap(({ spreads, seeds }) =>
    sets.flatMap((set) => {
      if (bySeed && seeds) return (seeds.runs[set] ?? []).flat();
      const shown = curves.length > 1 ? [0] : [0, 3, 4];
      return (spreads[set] ?? []).flatMap((spread) => shown.map((key) => spread[key]));
    }),
  );
}

/** By itself a variant has the colours of the sets; among others its own. */
function curveMarkup({ view, curves, x, y }: Chart, curve: PageCurve): string {
  const isAlone = curves.length === 1;
  const xs = curve.epochs.map((epoch) => x.at(epoch));
  const parts = view.sets.map((set) => {
    const spreads = curve.spreads[set] ?? [];
    const bySeed = view.bySeed && curve.seeds !== undefined;
    const seeds = bySeed ? (curve.seeds?.runs[set] ?? []) : [];
    const places = curve.seeds?.epochs.map((epoch) => x.at(epoch)) ?? [];
    const own = [
      ...(isAlone && !bySeed ? bands(xs, spreads, y) : []),
      ...seeds.map((values) => line(places, values, y, { class: 'line seed' })),
      line(
        xs,
        spreads.map(([middle]) => middle),
        y,
        { class: 'line' },
      ),
    ];
    return element('g', { class: `${isAlone ? 'set ' : 'dash '}${set}` }, own);
  });
  return isAlone ? parts.join('') : element('g', ofVariant(curve.variant), parts);
}

/** The line of the spot once more, heavier, and the spot on it. */
function markOf({ curves, view, x, y }: Chart, spot: Spot): string {
  const curve = curves.find(({ variant }) => variant === spot.variant);
  if (curve === undefined) return '';
  const isAlone = curves.length === 1;
  const set = view.sets[spot.row % view.sets.length];
  const xs = curve.epochs.map((epoch) => x.at(epoch));
  const middles = (curve.spreads[set] ?? []).map(([middle]) => middle);
  const heavy = line(xs, middles, y, { class: 'line heavy' });
  const ring = element('circle', { class: 'ring', cx: spot.x, cy: spot.y, r: 6 });
  const group = element('g', { class: `${isAlone ? 'set ' : 'dash '}${set}` }, heavy);
  return (isAlone ? group : element('g', ofVariant(spot.variant), group)) + ring;
}

function spotsOf(
  { data, view, measure, x, y, box }: Chart,
  { variant, epochs, spreads }: PageCurve,
  set: SetName,
  row: number,
): Spot[] {
  const write = measure.isShare ? percent : figure;
  const { label } = data.variants[variant];
  return epochs.flatMap((epoch, at): Spot[] => {
    const value = spreads[set]?.[at]?.[0];
    if (!y.holds(value)) return [];
    const lines = view.sets.map((each) => {
      const [middle, q1, q3] = spreads[each]?.[at] ?? [];
      return `${each} ${write(middle)} [${write(q1)}, ${write(q3)}]`;
    });
    const head = `${label}, epoch ${grouped(epoch)}`;
    return [{ variant, row, x: x.at(epoch), y: Math.min(y.at(value), box.bottom), head, lines }];
  });
}
