import { type SetName, setsIn } from '../../results/measured.js';
import type { Results } from '../../results/schema.js';
import type { Plot } from '../chart/axis.js';
import { EDGE, HEAD } from '../chart/frame.js';
import { NUMBER_ROOM } from '../chart/line-numbers.js';
import { type SeriesColours, seriesColours } from '../chart/palette.js';
import type { Scale } from '../chart/scale.js';
import type { Tick } from '../chart/ticks.js';
import { type Across, acrossAxis, widthFor } from './across.js';
import { type BestLine, bestLine } from './best.js';
import type { Along, AxisFigure, AxisLine } from './spec.js';
import { UPRIGHT_NAMES } from './uprights.js';

/** A figure of an axis while it is drawn. */
export interface Drawing {
  results: Results;
  spec: AxisFigure;
  along: Along;
  sets: readonly SetName[];
  panels: readonly Panel[];
  /** What is drawn of `along.lines`: all of them, or the best at every place alone. */
  lines: readonly AxisLine[];
  best: BestLine | undefined;
  /** Of several lines; one line has the colours of its sets. */
  colours: SeriesColours | undefined;
}

/** A plot of the figure, and the sets in it. */
export interface Panel {
  sets: readonly SetName[];
  plot: Plot;
  across: Across;
  y: Scale;
  ticks: readonly Tick[];
  /** Whether its y axis has labels: not beside a plot that shares it. */
  labelled: boolean;
}

/** More lines than this cannot be told apart: then only the best at every place are joined. */
export const MOST_LINES = 6;
const LEFT = 76;
/** A plot by itself, and one of several. */
const ALONE = { top: HEAD + 22, width: 540, height: 380 };
const BESIDE = { top: HEAD + 40, height: 300, room: 900 };
/** Of several lines the key is the table below. */
const WITHOUT_KEY = HEAD + 22;
/** Between plots that share their axis, and that do not. */
const GAP = { shared: 16, own: 56 };

/** Decides on plots and lines. */
export function drawingOf(results: Results, spec: AxisFigure, along: Along): Drawing {
  const found = spec.series ? (Object.keys(spec.series) as SetName[]) : setsIn(results);
  const sets: readonly SetName[] = found.length === 0 ? ['train', 'test'] : found;
  const several = along.lines.length > 1 && along.lines.length <= MOST_LINES;
  const panels = panelsOf(results, spec, along, sets, several);
  const isMany = along.lines.length > MOST_LINES;
  const best = isMany ? bestLine(results, spec, along) : undefined;
  const lines = best ? [{ values: [], points: best.points }] : along.lines;
  const ordered = along.others.length === 1 && along.others[0].kind !== 'categories';
  const colours = several ? seriesColours(lines.length, ordered) : undefined;
  return { results, spec, along, sets, panels, lines, best, colours };
}

/**
 * One plot for all sets, or one beside the other for each: of several lines, and where the values of
 * the sets lie so far apart that in one plot they would be flat. Sizes have one plot.
 */
function panelsOf(
  results: Results,
  spec: AxisFigure,
  along: Along,
  sets: readonly SetName[],
  several: boolean,
): Panel[] {
  const values = sets.map((set) => finals(results, spec, set));
  const isShared = spec.ownAxes !== true && overlap(values);
  if (!several && (isShared || along.bySize)) {
    const width = widthFor(along, ALONE.width, 1000);
    const top = ALONE.top + (spec.marks && spec.marks.length > 0 ? UPRIGHT_NAMES : 0);
    const plot: Plot = { left: LEFT, top, width, height: ALONE.height };
    return [
      {
        sets,
        plot,
        across: acrossAxis(along, plot),
        ...axisOf(spec, sets, values, plot),
        labelled: true,
      },
    ];
  }
  const gap = (isShared ? GAP.shared : GAP.own) + (several ? NUMBER_ROOM : 0);
  const room = BESIDE.room - LEFT - EDGE - (several ? NUMBER_ROOM : 0) - (sets.length - 1) * gap;
  const width = widthFor(along, Math.floor(room / sets.length), 700);
  return sets.map((set, at): Panel => {
    const { height } = BESIDE;
    const top = several ? WITHOUT_KEY : BESIDE.top;
    const plot: Plot = { left: LEFT + at * (width + gap), top, width, height };
    const shown = isShared ? sets : [set];
    const own = isShared ? values : [values[at]];
    const across = acrossAxis(along, plot, sets.length > 2 ? 4 : 6);
    const labelled = at === 0 || !isShared;
    return { sets: [set], plot, across, ...axisOf(spec, shown, own, plot), labelled };
  });
}

/** The y axis over values and references of these sets. */
function axisOf(
  spec: AxisFigure,
  sets: readonly SetName[],
  values: readonly (readonly (number | null)[])[],
  plot: Plot,
): Pick<Panel, 'y' | 'ticks'> {
  const marks = spec.references.filter(({ set }) => sets.includes(set));
  return spec.axis(
    values.flat(),
    marks.map(({ value }) => value),
    [plot.top + plot.height, plot.top],
  );
}

/** The final values of the finished runs. */
export function finals(
  { runs }: Results,
  { measure }: AxisFigure,
  set: SetName,
): (number | null)[] {
  return runs.flatMap((run) => (run.status === 'done' ? [measure.final(run)?.[set] ?? null] : []));
}

/** Whether there are values that all groups span. */
function overlap(groups: readonly (readonly (number | null)[])[]): boolean {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const group of groups) {
    const values = group.filter((value): value is number => value !== null);
    if (values.length === 0) continue;
    low = Math.max(
      low,
      values.reduce((least, value) => Math.min(least, value)),
    );
    high = Math.min(
      high,
      values.reduce((most, value) => Math.max(most, value)),
    );
  }
  return low <= high;
}
