import type {
  ClassBoundary,
  ClassPoints,
  FirstLayer,
  ImageSize,
  Inspection,
  Misread,
  MisreadImage,
  Plane,
  PredictedSet,
  ValueBoundary,
} from '../../src/inspect/types.js';
import { HOSTILE } from './sweeps.js';

/** Literal inspections, by what is special about them. Every number follows from a formula here. */
export const INSPECTIONS: Readonly<Record<string, () => Inspection>> = {
  'three classes': () => ({ ...HEAD, boundary: thirds() }),
  'two classes of hostile names': () => ({
    ...HEAD,
    network: { ...HEAD.network, variant: HOSTILE },
    classNames: [HOSTILE, '<b>"&\'</b>'],
    inputNames: [HOSTILE, '<i>&"</i>'],
    boundary: halves(),
  }),
  'one class alone': () => {
    const boundary = halves();
    return { ...HEAD, boundary: { ...boundary, answers: mapped(boundary.answers, () => 1) } };
  },
  'no answer anywhere': () => {
    const boundary = halves();
    return { ...HEAD, boundary: { ...boundary, leads: mapped(boundary.answers, () => null) } };
  },
  'outputs for leads': () => ({ ...HEAD, boundary: { ...thirds(), leadScale: 'output' } }),
  'a hundred classes': () => ({ ...HEAD, boundary: { ...thirds(), classes: 100 } }),
  'a wild plane': () => ({ ...HEAD, boundary: wild() }),
  'no test samples': () => ({
    ...HEAD,
    boundary: { ...thirds(), test: { rows: 0, x: [], class: [], answer: [] } },
  }),
  'quantities of two inputs': () => ({
    ...HEAD,
    network: QUANTITIES,
    boundary: saddle(),
    predicted: { outputs: 1, shown: [{ train: cloud(40, 0.1), test: cloud(20, 0.5) }] },
  }),
  'constant predictions': () => ({
    ...HEAD,
    network: QUANTITIES,
    boundary: { ...saddle(), values: mapped(saddle().values, () => 2), ...constantSamples() },
    predicted: { outputs: 1, shown: [{ train: constant(3, 0), test: constant(2, null) }] },
  }),
  'predictions that are not finite': () => ({
    ...HEAD,
    network: QUANTITIES,
    boundary: { ...saddle(), values: mapped(saddle().values, () => null) },
    predicted: {
      outputs: 1,
      shown: [{ train: { ...constant(3, null), predicted: [null, null, null] } }],
    },
  }),
  'many outputs of hostile names': () => ({
    ...HEAD,
    network: QUANTITIES,
    targetNames: [HOSTILE, 'b', '<b>', 'd', 'e'],
    predicted: {
      outputs: 5,
      shown: [0.1, 0.2, 0.3, 0.4].map((width) => ({
        train: cloud(200, width),
        validation: { ...cloud(200, width), rows: 1000, measured: 600 },
        test: cloud(200, 2 * width),
      })),
    },
  }),
  'images of writing': () => ({ ...HEAD, misread: writing(7), firstLayer: stripes(12) }),
  'one misread image': () => ({ ...HEAD, misread: { ...writing(1), tested: 1, count: 1 } }),
  'no misread image': () => ({ ...HEAD, misread: { ...writing(0), count: 0 } }),
  'images of hostile names, by outputs': () => ({
    ...HEAD,
    classNames: [HOSTILE, '<b>&"</b>'],
    misread: { ...writing(7), score: 'output' },
  }),
  'images in colours': () => {
    const image = { height: 9, width: 7, channels: 3, shrunk: 2 };
    return { ...HEAD, misread: noise(image, 25), firstLayer: noisyLayer(image, 10) };
  },
  'light images of four channels': () => {
    const image = { height: 3, width: 40, channels: 4, shrunk: 1 };
    return { ...HEAD, misread: noise(image, 3, 128), firstLayer: noisyLayer(image, 3) };
  },
  'noise in large images': () => {
    const image = { height: 64, width: 64, channels: 1, shrunk: 4 };
    return { ...HEAD, misread: noise(image, 25), firstLayer: noisyLayer(image, 64) };
  },
  'noise in colours': () => {
    const image = { height: 32, width: 32, channels: 3, shrunk: 1 };
    return { ...HEAD, misread: noise(image, 25), firstLayer: noisyLayer(image, 64) };
  },
  'a pixel and no weights': () => {
    const image = { height: 1, width: 1, channels: 1, shrunk: 1 };
    const misread = { ...noise(image, 1), tested: 1 };
    return { ...HEAD, misread, firstLayer: { image, units: 1, largest: 0, weights: [[0]] } };
  },
};

const HEAD: Omit<Inspection, 'boundary' | 'predicted' | 'misread' | 'firstLayer'> = {
  schema: 'lanewise/inspection@1',
  configHash: '1a2b3c4d',
  network: {
    variant: '2-8-3',
    seed: 42,
    best: { metric: 'accuracy', set: 'test', statistic: 'median', value: 0.9712 },
  },
};

const QUANTITIES: Inspection['network'] = {
  variant: '2-8-1',
  seed: 42,
  fold: 0,
  best: { metric: 'loss', set: 'validation', statistic: 'median', value: 0.0118 },
};

const SIDE = 21;

const PLANE: Plane = {
  columns: SIDE,
  rows: SIDE,
  low: [-1, -1],
  high: [1, 1],
  trained: { low: [-0.5, -0.25], high: [0.5, 0.25] },
};

function over<T>(side: number, at: (x: number, y: number) => T): T[][] {
  const place = (step: number) => (2 * step) / (side - 1) - 1;
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => at(place(column), place(row))),
  );
}

function mapped<T>(plane: readonly (readonly unknown[])[], to: () => T): T[][] {
  return plane.map((row) => row.map(to));
}

const rounded = (value: number) => Number(value.toPrecision(3));

/** Samples on a grid, which belong to what `classOf` says. */
function samples(classOf: (x: number, y: number) => number, answer = classOf, shift = 0) {
  const place = (value: number) => rounded(0.8 * value + shift);
  const x = over(5, (a, b): [number, number] => [place(a), place(b)]).flat();
  return {
    rows: 100,
    x,
    class: x.map(([a, b]) => classOf(a, b)),
    answer: x.map(([a, b]) => answer(a, b)),
  };
}

/** Class 0 inside a circle, 1 and 2 to the right and to the left of it. */
function thirds(): ClassBoundary {
  const answer = (x: number, y: number) => (x * x + y * y < 0.36 ? 0 : x >= 0 ? 1 : 2);
  const lead = (x: number, y: number) => {
    const distance = Math.abs(x * x + y * y - 0.36);
    return rounded(10 * (x * x + y * y < 0.36 ? distance : Math.min(distance, Math.abs(x))));
  };
  return {
    kind: 'classes',
    plane: { ...PLANE, trained: { low: PLANE.low, high: PLANE.high } },
    classes: 3,
    answers: over(SIDE, answer),
    leads: over(SIDE, lead),
    leadScale: 'log-odds',
    train: samples(answer),
    test: samples(answer, (x, y) => (y > 0.5 ? 0 : answer(x, y)), 0.09),
  };
}

function halves(): ClassBoundary {
  const answer = (x: number, y: number) => (x + y > 0.1 ? 1 : 0);
  return {
    ...thirds(),
    plane: { ...PLANE, low: [-1, -30], high: [1, 50] },
    classes: 2,
    answers: over(SIDE, answer),
    leads: over(SIDE, (x, y) => rounded(4 * Math.abs(x + y - 0.1))),
    train: samples(answer),
    test: samples(answer, answer, 0.09),
  };
}

/** No two neighbours answer alike, on the finest grid; all samples are answered as another class. */
function wild(): ClassBoundary {
  const random = generator();
  const side = 101;
  return {
    ...thirds(),
    plane: { ...PLANE, columns: side, rows: side },
    classes: 10,
    answers: over(side, () => Math.floor(10 * random())),
    leads: over(side, () => rounded(5 * random())),
    ...{ train: scattered(), test: scattered() },
  };

  function scattered(): ClassPoints {
    const x = Array.from({ length: 200 }, (): [number, number] => [
      rounded(random() - 0.5),
      rounded(random() - 0.5),
    ]);
    const own = x.map(() => Math.floor(10 * random()));
    return { rows: 1000, x, class: own, answer: own.map((k) => (k + 1) % 10) };
  }
}

function saddle(): ValueBoundary {
  const of = (x: number, y: number) => rounded(x * x - y * y + 0.5 * x);
  const at = (scale: number, shift: number) => {
    const { rows, x } = samples(() => 0, undefined, shift);
    return { rows, x, target: x.map(([a, b]) => rounded(scale * of(a, b))) };
  };
  return {
    kind: 'values',
    plane: PLANE,
    outputs: 2,
    values: over(SIDE, of),
    train: at(1, 0),
    test: at(1.5, 0.09),
  };
}

function constantSamples(): Pick<ValueBoundary, 'train' | 'test'> {
  const of = { rows: 1, x: [[0, 0]] as [number, number][], target: [2] };
  return { train: of, test: of };
}

function cloud(count: number, width: number): PredictedSet {
  const random = generator();
  const targets = Array.from({ length: count }, (_, i) => rounded((4 * i) / count - 1));
  return {
    rows: count,
    measured: count,
    r2: rounded(1 - width * width),
    true: targets,
    predicted: targets.map((target) => rounded(target + width * (random() - 0.5))),
  };
}

function constant(count: number, r2: number | null): PredictedSet {
  const twos = new Array<number>(count).fill(2);
  return { rows: count, measured: count, r2, true: twos, predicted: twos };
}

const WRITING: ImageSize = { height: 8, width: 8, channels: 1, shrunk: 1 };

/** A cross that moves to the right. */
function writing(count: number): Misread {
  const images = Array.from({ length: count }, (_, i): MisreadImage => {
    const pixels = Array.from({ length: 64 }, (_, at) => {
      const distance = Math.min(Math.abs((at % 8) - i), Math.abs(Math.floor(at / 8) - 3));
      return distance === 0 ? 255 : distance === 1 ? 90 : 0;
    });
    return { row: 3 * i, class: 0, answer: 1, score: rounded(0.99 - 0.1 * i), pixels };
  });
  return { image: WRITING, tested: 360, count: 31, score: 'probability', images };
}

function stripes(units: number): FirstLayer {
  const weights = Array.from({ length: units }, (_, unit) =>
    Array.from({ length: 64 }, (_, at) => Math.round((((at + unit) % 8) - 3.5) * 36)),
  );
  return { image: WRITING, units, largest: 0.75, weights };
}

function noise(image: ImageSize, count: number, from = 0): Misread {
  const random = generator();
  const length = image.height * image.width * image.channels;
  const images = Array.from(
    { length: count },
    (_, row): MisreadImage => ({
      ...{ row, class: row % 2, answer: 1 - (row % 2), score: 0.5 },
      pixels: Array.from({ length }, () => from + Math.floor((256 - from) * random())),
    }),
  );
  return { image, tested: 100, count, score: 'probability', images };
}

function noisyLayer(image: ImageSize, units: number): FirstLayer {
  const random = generator();
  const length = image.height * image.width * image.channels;
  const weights = Array.from({ length: units }, () =>
    Array.from({ length }, () => Math.floor(255 * random()) - 127),
  );
  return { image, units: 4 * units, largest: 0.3, weights };
}

/** Numbers from 0 to below 1, the same every time: M. Lehmer's generator. */
function generator(): () => number {
  let state = 1;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}
