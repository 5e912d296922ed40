import * as v from 'valibot';

/** What figures and tables read of results.json, inspection.json and manifest.json; more may stand there. */

const Text = v.string('a text');
const Finite = v.number('a number');
const Whole = v.pipe(v.number('a whole number'), v.integer('a whole number'), v.minValue(0));
const Value = v.nullable(v.number('a number or null'));
const listOf = <T extends v.GenericSchema>(item: T) => v.array(item, 'a list');
const Values = listOf(Value);
const Loose = v.looseObject({}, 'a map');
const Scalar = v.union([v.string(), v.number(), v.boolean()], 'a number, a text or a flag');

const SetValues = v.looseObject({ train: Value, validation: v.optional(Value), test: Value });
const SetCurves = v.looseObject({ train: Values, validation: v.optional(Values), test: Values });
const METRIC_NAMES = v.picklist(['accuracy', 'mae', 'r2'], 'accuracy, mae or r2');
const Metrics = v.record(METRIC_NAMES, v.looseObject({ final: SetValues, history: SetCurves }));
const Spread = v.looseObject({
  median: Value,
  q1: Value,
  q3: Value,
  mean: Value,
  low: Value,
  high: Value,
});
const SetSpreads = v.looseObject({ train: Spread, validation: v.optional(Spread), test: Spread });
const Matrix = v.optional(listOf(listOf(Whole)));

const Dataset = v.looseObject({
  id: Text,
  kind: Text,
  seed: Whole,
  trainRows: Whole,
  validationRows: Whole,
  testRows: Whole,
  inputs: Whole,
  outputs: Whole,
  classNames: v.optional(listOf(Text)),
  sha256: Text,
});
const Layer = v.looseObject({ units: Whole, activation: Text, bias: v.boolean('true or false') });
const Run = v.looseObject({
  variant: Text,
  seed: Whole,
  fold: v.optional(Whole),
  dataset: Text,
  status: v.picklist(
    ['done', 'diverged', 'failed', 'interrupted'],
    'done, diverged, failed or interrupted',
  ),
  final: SetValues,
  history: v.looseObject({ ...SetCurves.entries, epoch: listOf(Whole) }),
  metrics: Metrics,
  stopped: v.optional(v.looseObject({ epoch: Whole, kept: Whole })),
  confusion: Matrix,
});
const Class = v.looseObject({
  name: Text,
  precision: Value,
  recall: Value,
  f1: Value,
  support: Whole,
});

export const ResultsSchema = v.looseObject({
  name: Text,
  configHash: Text,
  config: Loose,
  datasets: listOf(Dataset),
  networks: listOf(v.looseObject({ id: Text, layers: listOf(Layer), params: Whole })),
  variants: listOf(v.looseObject({ id: Text, network: Text, hyper: v.record(v.string(), Scalar) })),
  runs: listOf(Run),
  aggregate: listOf(
    v.looseObject({
      ...SetSpreads.entries,
      variant: Text,
      params: Whole,
      seeds: Whole,
      metrics: v.record(METRIC_NAMES, SetSpreads),
      confusion: Matrix,
      classes: v.optional(listOf(Class)),
    }),
  ),
  observations: listOf(v.looseObject({ kind: Text, text: Text, evidence: Loose })),
});

export const ManifestSchema = v.looseObject({
  versions: v.looseObject({ lanewise: Text, node: Text, v8: Text }),
  cpu: Text,
  threads: v.pipe(Whole, v.minValue(1), v.maxValue(256)),
  binary: v.looseObject({
    backend: Text,
    file: v.optional(Text),
    sha256: v.optional(Text),
  }),
  wallMs: Finite,
  stages: listOf(v.looseObject({ name: Text, ms: Finite })),
  samplesPerSecond: Finite,
  parallelEfficiency: Finite,
  trials: listOf(
    v.looseObject({
      variant: Text,
      seed: Whole,
      workers: listOf(Whole),
      startMs: Finite,
      endMs: Finite,
    }),
  ),
});

const Pair = v.tuple([Finite, Finite], 'two numbers');
const Range = { low: Pair, high: Pair };
const Plane = v.looseObject({
  ...Range,
  columns: v.pipe(Whole, v.minValue(2)),
  rows: v.pipe(Whole, v.minValue(2)),
  trained: v.looseObject(Range),
});
const points = <T extends v.ObjectEntries>(entries: T) =>
  v.looseObject({ rows: Whole, x: listOf(Pair), ...entries });
const ClassPoints = points({ class: listOf(Whole), answer: listOf(Whole) });
const ValuePoints = points({ target: listOf(Finite) });
const Boundary = v.variant('kind', [
  v.looseObject({
    kind: v.literal('classes'),
    plane: Plane,
    classes: Whole,
    answers: listOf(listOf(Whole)),
    leads: listOf(Values),
    leadScale: v.picklist(['log-odds', 'output']),
    train: ClassPoints,
    test: ClassPoints,
  }),
  v.looseObject({
    kind: v.literal('values'),
    plane: Plane,
    outputs: Whole,
    values: listOf(Values),
    train: ValuePoints,
    test: ValuePoints,
  }),
]);
const PredictedSet = v.looseObject({
  rows: Whole,
  measured: Whole,
  r2: Value,
  true: listOf(Finite),
  predicted: Values,
});
const Image = v.looseObject({
  height: Whole,
  width: Whole,
  channels: Whole,
  shrunk: v.pipe(Whole, v.minValue(1)),
});

export const InspectionSchema = v.looseObject({
  configHash: Text,
  network: v.looseObject({
    variant: Text,
    seed: Whole,
    best: v.looseObject({
      metric: v.picklist(['accuracy', 'r2', 'loss']),
      set: v.picklist(['train', 'validation', 'test']),
      statistic: v.picklist(['mean', 'median']),
      value: Finite,
    }),
  }),
  classNames: v.optional(listOf(Text)),
  inputNames: v.optional(listOf(Text)),
  targetNames: v.optional(listOf(Text)),
  boundary: v.optional(Boundary),
  predicted: v.optional(
    v.looseObject({
      outputs: Whole,
      shown: listOf(
        v.looseObject({
          train: v.optional(PredictedSet),
          validation: v.optional(PredictedSet),
          test: v.optional(PredictedSet),
        }),
      ),
    }),
  ),
  misread: v.optional(
    v.looseObject({
      image: Image,
      tested: Whole,
      count: Whole,
      score: v.picklist(['probability', 'output']),
      images: listOf(
        v.looseObject({
          row: Whole,
          class: Whole,
          answer: Whole,
          score: Finite,
          pixels: listOf(Finite),
        }),
      ),
    }),
  ),
  firstLayer: v.optional(
    v.looseObject({ image: Image, units: Whole, largest: Finite, weights: listOf(listOf(Finite)) }),
  ),
});
