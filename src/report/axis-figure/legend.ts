import type { AggregateRecord, Results } from '../../results/schema.js';
import { axisTitle, combinationWords } from '../axis-words.js';
import { EDGE } from '../chart/frame.js';
import { legendTable } from '../chart/legend.js';
import type { SeriesColours } from '../chart/palette.js';
import { textWidth } from '../chart/svg.js';
import { choosingSet, scoreOn } from './best.js';
import type { Drawing } from './drawing.js';
import { type AxisFigure, wordOf } from './spec.js';

const NUMBERS = 76;

/** Of every line the place where it does best, by the validation rows or else the test rows. */
export function lineTable(
  { results, spec, along, sets, lines }: Drawing,
  { of: colour }: SeriesColours,
  top: number,
  width: number,
): string {
  const names = lines.map(({ values }) => combinationWords(along.others, values));
  const head = along.others.map(axisTitle).join(', ');
  // A diagnostic has no best.
  if (spec.series) {
    const rows = names.map((name) => ({ name, cells: [] }));
    return legendTable({ left: EDGE, top, numbered: true, head, colour, columns: [], rows });
  }
  const longest = Math.max(...[head, ...names].map((name) => textWidth(name, 11)));
  const room = Math.max(textWidth(along.title, 11), ...along.labels.map((l) => textWidth(l, 11)));
  const wished = EDGE + 42 + longest + 70 + room + sets.length * NUMBERS;
  const right = Math.min(width - EDGE, Math.ceil(wished));
  const columns = [
    { head: `best ${along.title}`, right: right - sets.length * NUMBERS },
    ...sets.map((set, at) => ({
      head: wordOf(spec, set),
      right: right - (sets.length - 1 - at) * NUMBERS,
    })),
  ];
  const rows = lines.map(({ points }, index) => {
    const name = names[index];
    const best = bestOf(results, points, spec);
    if (best === undefined) return { name, cells: [], warning: 'no finished run' };
    const at = along.labels[along.values.indexOf(along.xOf(best)!)];
    const numbers = sets.map((set) => spec.write(spec.measure.spreads(best)?.[set]?.median));
    return { name, cells: [at, ...numbers] };
  });
  const { marks } = along;
  const numbers = { numbered: true, ...(marks && { marks }) };
  return legendTable({ left: EDGE, top, ...numbers, head, colour, columns, rows });
}

function bestOf(
  results: Results,
  points: readonly AggregateRecord[],
  spec: AxisFigure,
): AggregateRecord | undefined {
  const score = scoreOn(spec, choosingSet(results));
  const scored = points.filter((record) => score(record) !== null);
  if (scored.length === 0) return undefined;
  return scored.reduce((best, each) =>
    spec.sign * score(each)! > spec.sign * score(best)! ? each : best,
  );
}
