import type { SetName } from '../../results/measured.js';
import type { Results } from '../../results/schema.js';
import { capital } from '../../results/wording.js';
import { yAxis } from '../chart/axis.js';
import { cut } from '../chart/cut.js';
import { EDGE, HEAD, nothingToShow, renderFigure } from '../chart/frame.js';
import { keyRow } from '../chart/key.js';
import { legendHeight } from '../chart/legend.js';
import { NUMBER_ROOM } from '../chart/line-numbers.js';
import { ink } from '../chart/palette.js';
import { shows } from '../chart/scale.js';
import { setKey } from '../chart/set-lines.js';
import { linePath, type Point } from '../chart/shape.js';
import { element, text } from '../chart/svg.js';
import { isRepeated, unfinishedNotes } from '../words.js';
import { type Drawing, drawingOf, finals, type Panel } from './drawing.js';
import { endNumbers } from './end-numbers.js';
import { lineTable } from './legend.js';
import { onlyLine, placesOf, restDots, runDots, seriesLine } from './line.js';
import { dotKey, lostMarks, marker, markerKey, runWord } from './marks.js';
import { lines, names, outside } from './references.js';
import { type Along, type AxisFigure, wordOf } from './spec.js';
import { uprightLines, uprightNames } from './uprights.js';
import { description, lostNotes, subtitle } from './words.js';

/** Beside a plot: names of references, or nothing. */
const REFERENCES = 204;
const NARROW = 24;

/** What is measured of every variant against what lies along x. */
export function axisFigure(results: Results, spec: AxisFigure, along: Along): string {
  const drawing = drawingOf(results, spec, along);
  const { sets, panels, colours, best } = drawing;
  const bottom = Math.max(
    ...panels.map(({ plot, across }) => plot.top + plot.height + across.depth),
  );
  const width = widthOf(drawing);
  const holds = (set: SetName, value: number | null) =>
    panels.some((panel) => panel.sets.includes(set) && panel.y.holds(value));
  const dropped = sets.flatMap((set) =>
    finals(results, spec, set).filter((value) => value !== null && !holds(set, value)),
  );
  const hidden = spec.references.filter(
    ({ set, value }) => !panels.some(({ sets, y }) => sets.includes(set) && shows(y, value)),
  );
  const isDone = results.runs.some((run) => run.status === 'done');
  return renderFigure({
    name: spec.name,
    title: `${spec.title}: ${results.name}`,
    subtitle: subtitle(drawing),
    description: description(drawing),
    width,
    height: bottom + (colours ? legendHeight(along.lines.length) + 22 : 0),
    series: colours?.series ?? 0,
    ...(colours ? { rules: colours.rules } : { sets }),
    body: [
      ...(colours ? [] : [key(drawing)]),
      ...panels.flatMap((panel) => panelMarkup(drawing, panel)),
      ...(colours ? [lineTable(drawing, colours, bottom + 20, width)] : []),
      ...panels.flatMap(({ plot }) => nothingToShow(plot, isDone)),
    ],
    notes: [
      ...(best ? [`${capital(best.words)}, ${best.by}; all other variants are pale.`] : []),
      ...spec.notes(dropped.length, hidden),
      ...(along.bySize ? unfinishedNotes(results) : lostNotes(drawing)),
    ],
  });
}

function widthOf({ panels, spec, best, colours }: Drawing): number {
  const { plot, y } = panels[panels.length - 1];
  const end = plot.left + plot.width;
  if (colours) return Math.max(660, end + NUMBER_ROOM + EDGE);
  if (panels.length > 1) return Math.max(660, end + EDGE);
  const isNarrow = spec.narrow && !spec.references.some(({ value }) => shows(y, value));
  return Math.max(end + (isNarrow ? NARROW : REFERENCES), best ? 640 : 0);
}

function key({ results, spec, sets, along, best }: Drawing): string {
  const several = isRepeated(results) && !spec.isWhole;
  const word = (set: SetName) => wordOf(spec, set);
  const isUpright = along.kind === 'categories';
  const lines = isUpright ? markerKey(sets, several, word) : setKey(sets, several, marker, word);
  const dotWord = best === undefined ? runWord(results) : 'another variant';
  const dot = several || best !== undefined ? [dotKey(dotWord)] : [];
  return keyRow(EDGE, HEAD + 2, [...lines, ...dot]);
}

function panelMarkup(drawing: Drawing, panel: Panel): string[] {
  const { spec, colours, panels, along } = drawing;
  const { plot, across, y, ticks, labelled, sets } = panel;
  const title = panel === panels[0] ? { title: spec.axisTitle } : {};
  const marks = spec.references.filter(({ set, value }) => sets.includes(set) && shows(y, value));
  const isAlone = panels.length === 1;
  const data = colours ? seriesMarks(drawing, panel) : onlyMarks(drawing, panel);
  // Beside several lines stand their numbers.
  const isFree = isAlone && !colours;
  const heads = isAlone
    ? []
    : sets.map((set) =>
        text(plot.left, plot.top - 16, wordOf(spec, set), { 'font-weight': '600' }),
      );
  return [
    ...heads,
    yAxis(plot, y, ticks, { labels: labelled, ...title }),
    across.markup,
    ...guideLine(drawing, panel),
    isFree ? outside(marks, plot, y) : lines(marks, plot, y),
    along.bySize ? uprightLines(spec.marks ?? [], plot, across.place) : '',
    ...(spec.isCut ? [cut(plot, MARGIN, data)] : data),
    ...(colours ? endNumbers(drawing, panel) : []),
    ...(isFree ? [] : [names(marks, plot, y)]),
    along.bySize ? uprightNames(spec.marks ?? [], plot, across.place) : '',
    ...(along.bySize ? [] : [lostOf(drawing, panel)]),
  ];
}

function guideLine({ spec, along }: Drawing, { across, y }: Panel): string[] {
  if (!spec.guide || along.kind === 'categories') return [];
  const points = spec.guide.map(([x, value]): Point => [across.place(x), y(value)]);
  const dotted = { ...ink('axis'), fill: 'none', 'stroke-dasharray': '1 3' };
  return [element('path', { ...dotted, d: linePath(points) })];
}

function onlyMarks(drawing: Drawing, panel: Panel): string[] {
  const [line = { values: [], points: [] }] = drawing.lines;
  const { best } = drawing;
  const dots = (set: SetName) => {
    if (best === undefined) {
      return runDots(drawing, panel, set, placesOf(drawing, panel, line, 0, set));
    }
    const rest = { values: [], points: best.rest };
    return restDots(drawing, panel, set, placesOf(drawing, panel, rest, 0, set));
  };
  return [
    ...panel.sets.map(dots),
    ...panel.sets.map((set) =>
      onlyLine(drawing, panel, set, placesOf(drawing, panel, line, 0, set)),
    ),
  ];
}

/** Dots first, lines over them. */
function seriesMarks(drawing: Drawing, panel: Panel): string[] {
  const { lines, colours } = drawing;
  const set = panel.sets[0];
  const places = lines.map((line, index) => placesOf(drawing, panel, line, index, set));
  const colour = (index: number) => colours!.of(index);
  return [
    ...places.map((own, index) => runDots(drawing, panel, set, own, colour(index))),
    ...places.map((own, index) => seriesLine(drawing, panel, set, own, colour(index))),
  ];
}

/** Half a marker. */
const MARGIN = 6;

/** How many runs at each place did not finish. */
function lostOf({ results, along }: Drawing, { across, plot }: Panel): string {
  const records = along.lines.flatMap(({ points }) => points);
  const places = new Map(records.map((record) => [record.variant, along.xOf(record)!]));
  const counts = new Map(along.values.map((value) => [value, { lost: 0, runs: 0 }]));
  for (const { variant, status } of results.runs) {
    const count = counts.get(places.get(variant)!);
    if (count === undefined) continue;
    count.runs += 1;
    count.lost += Number(status !== 'done');
  }
  const marks = Array.from(counts, ([value, count]) => ({ x: across.place(value), ...count }));
  return lostMarks(marks, plot.top);
}
