import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKernels } from '../../src/kernels/node.js';
import { Model } from '../../src/model/model.js';
import type { ModelRecord } from '../../src/model/record.js';
import { toJson } from '../../src/model/to-json.js';
import { problemsOf } from '../data/read/problems.js';
import { blockOf, programOfPage } from './docs-page.js';
import { layer, NAMES, record, rowsOf, SCALE } from './networks.js';
import { SAMPLE } from './sample.js';

const kernels = await loadKernels();
const predict = await programOfPage();
const rows = rowsOf(60);

describe.each(NAMES)('%s', (name) => {
  it.each([{}, { scale: SCALE }])('is computed by the program of the page: %o', (extra) => {
    const made = record(3, [layer(7, name), layer(5, name, false), layer(2, name)], extra);
    const model = JSON.parse(toJson(made));
    const wanted = Model.from(kernels, made).predict(rows);
    const largest = Math.max(...wanted.flatMap((row) => [...row].map(Math.abs)));
    rows.forEach((row, j) => {
      predict(model, row).forEach((each, i) => {
        expect(Math.abs(each - wanted[j][i])).toBeLessThan(1e-6 * largest);
      });
    });
  });
});

it('looks as the page shows it', () => {
  const shown: ModelRecord = {
    network: {
      inputs: 2,
      layers: [
        { units: 3, activation: 'leaky-relu', params: { slope: 0.25 }, bias: false },
        { units: 1, activation: 'linear', params: {}, bias: true },
      ],
    },
    weights: [
      [Float32Array.of(1, -2), Float32Array.of(0.5, 0.1), Float32Array.of(-1, 3)],
      [Float32Array.of(1, 2, 3)],
    ],
    biases: [new Float32Array(3), Float32Array.of(0.5)],
    scale: { shift: [0.5, 3], unit: [2, 0] },
    answer: { kind: 'numbers' },
    origin: {},
  };
  expect(toJson(shown)).toBe(blockOf('json', 'model-json@1'));
});

it('holds everything of the record', () => {
  const { network, weights, biases, ...rest } = SAMPLE;
  const { format, inputs, layers, ...others } = JSON.parse(toJson(SAMPLE));
  expect({ format, inputs }).toEqual({ format: 'lanewise/model-json@1', inputs: 2 });
  expect(others).toEqual(rest);
  expect(layers.map((each: { weights: number[][] }) => each.weights)).toEqual(
    weights.map((each) => each.map((row) => [...row])),
  );
  expect(layers.map((each: { bias: number[] }) => each.bias)).toEqual(biases.map((b) => [...b]));
});

it('writes decimals that are the float32 again, and no longer than they must be', () => {
  const float = fc.float({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.array(float, { minLength: 1, maxLength: 20 }), (values) => {
      const weights = [[Float32Array.from(values)]];
      const made = { ...record(values.length, [layer(1, 'linear')]), weights };
      const text = toJson(made);
      const [{ weights: read }] = JSON.parse(text).layers;
      expect(Float32Array.from(read[0])).toEqual(weights[0][0]);
      for (const decimal of read[0]) {
        const digits = String(decimal)
          .replace(/e.*|[-.]/g, '')
          .replace(/^0+|0+$/g, '').length;
        const shorter = Number(decimal.toPrecision(Math.max(1, digits - 1)));
        if (digits > 1) expect(Math.fround(shorter)).not.toBe(Math.fround(decimal));
      }
    }),
    { numRuns: 300 },
  );
  const row = (...values: number[]) => {
    const weights = [[Float32Array.from(values)]];
    return /\[\n\s+\[(.*)\]/.exec(
      toJson({ ...record(values.length, [layer(1, 'linear')]), weights }),
    )?.[1];
  };
  expect(row(0.1, 1 / 3, 16777216, 1e-45, -0, 3.4028234663852886e38)).toBe(
    '0.1, 0.33333334, 16777216, 1e-45, -0, 3.4028235e+38',
  );
});

it('has the same text for the same record', () => {
  expect(toJson({ ...SAMPLE })).toBe(toJson(SAMPLE));
});

it.each([Number.NaN, Number.NEGATIVE_INFINITY])('refuses %d', (value) => {
  const biases = [SAMPLE.biases[0], Float32Array.of(1, value)];
  expect(problemsOf(() => toJson({ ...SAMPLE, biases }))).toEqual([
    `model: found ${value} among the parameters of layer 1, expected finite numbers: JSON has no others`,
  ]);
});
