import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureScale, scaledCopy, scaleInPlace } from '../../src/data/scaling.js';
import { open, samplesOf } from './samples.js';

const column = (values: number[]) => ({
  rows: values.length,
  x: Float32Array.from(values),
  y: new Float32Array(values.length),
});

describe('a scale', () => {
  it('brings the training rows to mean 0 and deviation 1, or to 0 … 1', () => {
    const values = fc.array(fc.float({ min: -1000, max: 1000, noNaN: true }), {
      minLength: 2,
      maxLength: 50,
    });
    fc.assert(
      fc.property(values, fc.constantFrom('standard' as const, 'minmax' as const), (list, how) => {
        fc.pre(Math.max(...list) - Math.min(...list) > 1);
        const rows = column(list);
        scaleInPlace(rows.x, measureScale(how, rows, 1));
        const mean = rows.x.reduce((sum, x) => sum + x, 0) / rows.rows;
        const square = rows.x.reduce((sum, x) => sum + x * x, 0) / rows.rows;
        if (how === 'minmax') {
          expect([Math.min(...rows.x), Math.max(...rows.x)]).toEqual([0, 1]);
        } else {
          expect(mean).toBeCloseTo(0, 4);
          expect(square).toBeCloseTo(1, 3);
        }
      }),
    );
  });

  it('knows 1, 2, 3, 6 by hand', () => {
    const rows = column([1, 2, 3, 6]);
    expect(measureScale('standard', rows, 1)).toEqual({
      shift: Float64Array.of(3),
      unit: Float64Array.of(Math.sqrt(14 / 4)),
    });
    expect(measureScale('minmax', rows, 1)).toEqual({
      shift: Float64Array.of(1),
      unit: Float64Array.of(5),
    });
  });

  it.each(['standard', 'minmax'] as const)('makes a constant column 0 (%s)', (how) => {
    const rows = column([0.1, 0.1, 0.1]);
    const { x } = scaledCopy(column([0.1, 7]), measureScale(how, rows, 1), 1, 1);
    expect(x).toEqual(Float32Array.of(0, 0));
  });
});

const TRAIN = {
  x: Array.from({ length: 12 }, (_, i) => [i * i, 5, i % 3]),
  y: Array.from({ length: 12 }, (_, i) => [i]),
};

describe.each(['standard', 'minmax'])('%s scaling of a dataset', (scaling) => {
  const how = scaling as 'standard' | 'minmax';

  it('is measured on the training rows alone, and done to all', async () => {
    const data = { kind: 'arrays', train: TRAIN, testFraction: 0.25, validationFraction: 0.3 };
    const plain = (await open(data)).dataset(0);
    const scaled = (await open({ ...data, scaling })).dataset(0);
    const scale = measureScale(how, plain.train, 3);
    for (const set of ['train', 'validation', 'test'] as const) {
      const expected = samplesOf(plain, scaledCopy(plain[set], scale, 3, 1));
      expect(samplesOf(scaled, scaled[set])).toEqual(expected);
    }
    const all = measureScale(how, { ...plain.train, rows: 12, order: undefined! }, 3);
    expect(scale).not.toEqual(all);
  });

  it('gives every fold a scale of its own', async () => {
    const data = { kind: 'arrays', train: TRAIN, folds: 3 };
    const plain = await open(data);
    const scaled = await open({ ...data, scaling });
    expect(scaled.entries.length).toBe(3);
    scaled.entries.forEach((_, i) => {
      const [from, to] = [plain.dataset(i), scaled.dataset(i)];
      const scale = measureScale(how, from.train, 3);
      expect(samplesOf(to, to.test)).toEqual(samplesOf(to, scaledCopy(from.test, scale, 3, 1)));
      expect(samplesOf(to, scaled.dataset(i).train)).toEqual(samplesOf(to, to.train));
    });
  });

  it('is done once to a dataset that stands alone', async () => {
    const source = await open({ kind: 'arrays', train: TRAIN, test: TRAIN, scaling });
    const first = samplesOf(source.dataset(0), source.dataset(0).train);
    expect(samplesOf(source.dataset(0), source.dataset(0).train)).toEqual(first);
  });

  it('of generated data leaves no function to continue', async () => {
    expect((await open({ scaling })).target).toBeUndefined();
    expect((await open({})).target).toBeDefined();
  });
});
