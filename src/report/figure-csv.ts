import type { ClassPoints, Inspection, PredictedOutput, ValuePoints } from '../inspect/types.js';
import { className } from '../results/classes.js';
import type { Manifest } from '../results/manifest.js';
import { metricsIn, SETS, type SetName } from '../results/measured.js';
import type { Results, Spread } from '../results/schema.js';
import { type Cell, type Column, table } from './csv.js';
import { learningCurves } from './learning-curves.js';
import { LOSS, type Measure, metricMeasure } from './measure.js';

type File = [path: string, text: string];

/** The medians and bands of learning curves at every evaluated epoch: what loss-curves.svg,
 * loss-panels.svg and accuracy-curves.svg show. */
export function curveFiles(results: Results): File[] {
  const accuracy = metricsIn(results).includes('accuracy');
  return [
    ['figures/loss-curves.csv', curves(results, LOSS)],
    ...(accuracy
      ? [['figures/accuracy-curves.csv', curves(results, metricMeasure('accuracy'))] satisfies File]
      : []),
  ];
}

function curves(results: Results, measure: Measure): string {
  type Row = { variant: string; set: SetName; epoch: number; spread: Spread };
  const rows = learningCurves(results, measure, Number.POSITIVE_INFINITY).flatMap((curve) =>
    SETS.flatMap((set) =>
      (curve[set] ?? []).map(
        (spread, at): Row => ({ variant: curve.variant, set, epoch: curve.epochs[at], spread }),
      ),
    ),
  );
  return table<Row>(
    [
      { head: 'variant', cell: ({ variant }) => variant },
      { head: 'set', cell: ({ set }) => set },
      { head: 'epoch', cell: ({ epoch }) => epoch },
      ...(['median', 'q1', 'q3', 'mean', 'low', 'high'] as const).map((key): Column<Row> => {
        return { head: key, cell: ({ spread }) => spread[key] };
      }),
    ],
    rows,
  );
}

/** timeline.csv: a row per run and worker. */
export function timelineCsv({ trials }: Manifest): string {
  const rows = trials.flatMap((trial) => trial.workers.map((worker) => ({ ...trial, worker })));
  return table<(typeof rows)[number]>(
    [
      { head: 'variant', cell: ({ variant }) => variant },
      { head: 'seed', cell: ({ seed }) => seed },
      { head: 'worker', cell: ({ worker }) => worker },
      { head: 'start_ms', cell: ({ startMs }) => startMs },
      { head: 'end_ms', cell: ({ endMs }) => endMs },
    ],
    rows,
  );
}

/** What the figures of the best network show. */
export function inspectionTables(inspection: Inspection): File[] {
  const { boundary, predicted, misread, firstLayer } = inspection;
  return [
    ...(boundary ? [['figures/decision-boundary.csv', boundaryCsv(inspection)] as File] : []),
    ...(predicted
      ? [['figures/predicted-vs-true.csv', predictedCsv(predicted.shown)] as File]
      : []),
    ...(misread && misread.images.length > 0
      ? [['figures/misread.csv', misreadCsv(inspection)] as File]
      : []),
    ...(firstLayer ? [['figures/first-layer.csv', firstLayerCsv(firstLayer)] as File] : []),
  ];
}

/** The points of the plane, `answer` and how far it leads, then samples with what is true. */
function boundaryCsv({ boundary, classNames }: Inspection): string {
  type Row = { set: string; x: readonly number[]; target?: Cell; answer?: Cell; lead?: Cell };
  const { plane, train, test } = boundary!;
  const along = (axis: 0 | 1, at: number, count: number) =>
    plane.low[axis] + ((plane.high[axis] - plane.low[axis]) * at) / (count - 1);
  const isClasses = boundary!.kind === 'classes';
  const word = (k: number) => (isClasses ? className(k, classNames) : k);
  const answers = boundary!.kind === 'classes' ? boundary!.answers : boundary!.values;
  const leads = boundary!.kind === 'classes' ? boundary!.leads : undefined;
  const rows = answers.flatMap((line, row) =>
    line.map((answer, column): Row => {
      const x = [along(0, column, plane.columns), along(1, row, plane.rows)];
      const lead = leads?.[row][column];
      return { set: 'plane', x, answer: answer === null ? null : word(answer), lead };
    }),
  );
  const samples = (set: string, points: ClassPoints | ValuePoints) =>
    points.x.map((x, at): Row => {
      if ('target' in points) return { set, x, target: points.target[at] };
      return { set, x, target: word(points.class[at]), answer: word(points.answer[at]) };
    });
  return table<Row>(
    [
      { head: 'set', cell: ({ set }) => set },
      { head: 'x1', cell: ({ x }) => x[0] },
      { head: 'x2', cell: ({ x }) => x[1] },
      { head: 'target', cell: ({ target }) => target },
      { head: 'answer', cell: ({ answer }) => answer },
      ...(isClasses ? [{ head: 'lead', cell: ({ lead }: Row) => lead }] : []),
    ],
    [...rows, ...samples('train', train), ...samples('test', test)],
  );
}

function predictedCsv(shown: readonly PredictedOutput[]): string {
  const rows = shown.flatMap((output, at) =>
    SETS.flatMap((set) =>
      (output[set]?.true ?? []).map((target, row) => ({
        output: at + 1,
        set,
        target,
        predicted: output[set]!.predicted[row],
      })),
    ),
  );
  return table<(typeof rows)[number]>(
    [
      { head: 'output', cell: ({ output }) => output },
      { head: 'set', cell: ({ set }) => set },
      { head: 'true', cell: ({ target }) => target },
      { head: 'predicted', cell: ({ predicted }) => predicted },
    ],
    rows,
  );
}

/** The pixels as `p0`, `p1`, …, 0 to 255, row by row. */
function misreadCsv({ misread, classNames }: Inspection): string {
  const { images, score } = misread!;
  return table<(typeof images)[number]>(
    [
      { head: 'row', cell: ({ row }) => row },
      { head: 'class', cell: (image) => className(image.class, classNames) },
      { head: 'answer', cell: ({ answer }) => className(answer, classNames) },
      { head: score, cell: (image) => image.score },
      ...images[0].pixels.map((_, at) => ({
        head: `p${at}`,
        cell: ({ pixels }: (typeof images)[number]) => pixels[at],
      })),
    ],
    images,
  );
}

/** A row per unit, its weights as `w0`, `w1`, …, row by row. */
function firstLayerCsv({ weights, largest }: Inspection['firstLayer'] & object): string {
  return table<readonly number[]>(
    [
      { head: 'unit', cell: (unit) => weights.indexOf(unit as number[]) + 1 },
      ...weights[0].map((_, at) => ({
        head: `w${at}`,
        cell: (unit: readonly number[]) => (largest * unit[at]) / 127,
      })),
    ],
    weights,
  );
}
