import fc from 'fast-check';
import type { DataConfig } from '../../src/config/types.js';

const share = fc.double({ min: 0, max: 0.9, noNaN: true }).map((x) => x + 0);
const atLeastZero = fc.double({ min: 0, max: 1e300, noNaN: true }).map((x) => x + 0);
const vary = fc.constantFrom('seed' as const, 'none' as const);
const anyPath = fc
  .string({ unit: 'binary', minLength: 1 })
  .filter((text) => !/[\0\p{Cs}]/u.test(text));
const file = fc.record({ path: anyPath });

const scaling = fc.constantFrom('none' as const, 'standard' as const, 'minmax' as const);
/** Only of a loss over numbers. */
const encoding = fc.constantFrom(
  'auto' as const,
  'number' as const,
  'one-hot' as const,
  'binary' as const,
);
const ofNumbers = {
  train: fc.integer({ min: 10_000, max: 1e8 }),
  test: fc.integer({ min: 1, max: 1e8 }),
  noiseVariance: atLeastZero,
  vary,
  validationFraction: share,
  split: fc.constantFrom('random' as const, 'order' as const),
  scaling,
};
const split = fc.constantFrom('random' as const, 'stratified' as const, 'order' as const);
const { noiseVariance, ...drawn } = ofNumbers;
const ofClasses = { ...drawn, split, labelNoise: share, encoding };
const kind = <const K extends string>(...kinds: K[]) => fc.constantFrom(...kinds);
const noise = atLeastZero;

const generated = fc.oneof(
  fc.record({ kind: kind('assignment', 'tutorial', 'product'), ...ofNumbers }),
  fc.record({ kind: kind('linear'), inputs: fc.integer({ min: 1, max: 1e6 }), ...ofNumbers }),
  fc.record({ kind: kind('moons', 'xor'), noise, ...ofClasses }),
  fc.record({ kind: kind('circles'), noise, factor: share, ...ofClasses }),
  fc.record({
    kind: kind('spirals'),
    noise,
    arms: fc.integer({ min: 2, max: 1000 }),
    turns: fc.double({ min: 1e-9, max: 100, noNaN: true }),
    ...ofClasses,
  }),
  fc.record({
    kind: kind('blobs'),
    classes: fc.integer({ min: 2, max: 1000 }),
    deviation: atLeastZero,
    ...ofClasses,
  }),
);

const shared = { vary, validationFraction: share, split, scaling, encoding };
const testFraction = fc.double({ min: 1e-9, max: 0.999, noNaN: true });
const folds = fc.oneof(fc.integer({ min: 2, max: 1e6 }), kind('leave-one-out'));

const pixels = fc.integer({ min: 1, max: 65_536 });
const image = fc.record({ height: pixels, width: pixels, channels: pixels });

/** At least as many as a batch may hold. */
const trainRows = fc.integer({ min: 1000, max: 1e8 });
const testRows = fc.integer({ min: 1, max: 1e8 });

/** A kind of file in each of the ways to be tested. */
function tested<const K extends string, T extends object, U extends object>(
  name: K,
  own: { [P in keyof T]: fc.Arbitrary<T[P]> },
  test: { [P in keyof U]: fc.Arbitrary<U[P]> },
) {
  const all = { kind: kind(name), ...own, ...shared };
  return fc.oneof(
    fc.record({ ...all, ...test }),
    fc.record({ ...all, ...test, testRows, trainRows }),
    fc.record({ ...all, testFraction, image }),
    fc.record({ ...all, testRows }),
    fc.record({ ...all, folds, trainRows }),
  );
}

const column = fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), anyPath);
const csv = {
  file,
  target: fc.oneof(column, fc.array(column, { minLength: 2, maxLength: 3 })),
  ignore: fc.array(column, { maxLength: 3 }),
  header: fc.constantFrom(true, false, 'auto' as const),
  skipLines: fc.integer({ min: 0, max: 1e6 }),
};
const files = fc.oneof(
  tested('csv', csv, { testFile: file }),
  tested('json', { file }, { testFile: file }),
  tested('idx', { images: file, labels: file }, { testImages: file, testLabels: file }),
  tested('npy', { x: file, y: file }, { testX: file, testY: file }),
);

/** Any complete data that a file can hold, of a loss over numbers. */
export const anyData = fc.oneof(generated, files) as fc.Arbitrary<DataConfig>;
