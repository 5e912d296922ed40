import { describe, expect, it } from 'vitest';
import { loadKernels } from '../../src/kernels/node.js';
import { Model } from '../../src/model/model.js';
import type { ModelRecord } from '../../src/model/record.js';
import { toOnnx } from '../../src/model/to-onnx.js';
import { problemsOf } from '../data/read/problems.js';
import { layer, NAMES, record, rowsOf, SCALE } from './networks.js';
import { type Field, fieldsOf } from './protobuf.js';
import { runOnnx } from './runtime.js';
import { SAMPLE } from './sample.js';

const kernels = await loadKernels();
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const rows = rowsOf(300);

/** The largest difference, in units of the largest magnitude that the network answers with. */
function distance(found: Float32Array, wanted: Float32Array): number {
  const largest = wanted.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  return found.reduce((most, each, i) => Math.max(most, Math.abs(each - wanted[i])), 0) / largest;
}

describe.each(NAMES)('%s', (name) => {
  it.each([{}, { scale: SCALE }])('computes the same in ONNX Runtime: %o', async (extra) => {
    const made = record(3, [layer(7, name), layer(5, name, false), layer(2, name)], extra);
    const wanted = Model.from(kernels, made).predict(rows.flat());
    for (const count of [1, 300]) {
      const results = await runOnnx(toOnnx(made), rows.slice(0, count));
      expect(Object.keys(results)).toEqual(['output']);
      expect(results.output.length).toBe(2 * count);
      expect(distance(results.output, wanted)).toBeLessThan(1e-6);
    }
  });
});

it.each<[string, ModelRecord['answer'], string[]]>([
  ['classes', { kind: 'classes', classes: 2, outputs: 'logits' }, ['output', 'probabilities']],
  ['yes and no', { kind: 'binary', threshold: 0, outputs: 'logits' }, ['output', 'probabilities']],
  ['probabilities', { kind: 'binary', threshold: 0, outputs: 'probabilities' }, ['output']],
  ['scores', { kind: 'classes', classes: 2, outputs: 'scores' }, ['output']],
])('tells probabilities where outputs are logits: %s', async (_, answer, names) => {
  const made = record(3, [layer(4, 'tanh'), layer(2, 'linear')], { answer });
  const found = await runOnnx(toOnnx(made), rows);
  expect(Object.keys(found).sort()).toEqual(names);
  if (names.length === 1) return;
  const wanted = Model.from(kernels, made).probabilities(rows.flat());
  expect(distance(found.probabilities, wanted)).toBeLessThan(1e-6);
});

it('scales with the bits of the training', async () => {
  // One unit for every input, which it passes on: what comes out is what the scaling made.
  const layers = [layer(3, 'linear', false)];
  const weights = [[0, 1, 2].map((i) => Float32Array.from([0, 1, 2], (j) => Number(i === j)))];
  const scale = { shift: [1.6e9 + 1 / 3, 0.1, 7], unit: [3e-5, 1e-30, 0] };
  const made = { ...record(3, layers, { scale }), weights };
  const odd = rowsOf(40).map(([a, b, c]) => [1.6e9 + 1000 * a, b, 1e30 * c]);
  const { output } = await runOnnx(toOnnx(made), odd);
  expect(output).toEqual(Model.from(kernels, made).predict(odd.flat()));
  expect(output.some((each) => each !== 0 && Math.abs(each) < 1e38)).toBe(true);
});

it('has a network without hidden layers', async () => {
  const made = record(3, [layer(1, 'linear')]);
  const { output } = await runOnnx(toOnnx(made), rows);
  expect(distance(output, Model.from(kernels, made).predict(rows.flat()))).toBeLessThan(1e-6);
});

describe('the file', () => {
  const number = (fields: Field[], field: number) =>
    fields.find((each) => each.field === field)?.value;
  const model = fieldsOf(toOnnx(SAMPLE));

  it('says what it was made by and for', () => {
    expect(number(model, 1)).toBe(8);
    expect(text(number(model, 2) as Uint8Array)).toBe('lanewise');
    expect(number(fieldsOf(number(model, 8) as Uint8Array), 2)).toBe(17);
  });

  it('holds what the record says beside the parameters', () => {
    const properties = model
      .filter(({ field }) => field === 14)
      .map(({ value }) =>
        fieldsOf(value as Uint8Array).map((each) => text(each.value as Uint8Array)),
      );
    expect(Object.fromEntries(properties)).toEqual({
      format: 'lanewise/model@1',
      network: JSON.stringify(SAMPLE.network, keysSorted),
      answer: JSON.stringify(SAMPLE.answer, keysSorted),
      image: JSON.stringify(SAMPLE.image, keysSorted),
      origin: JSON.stringify(SAMPLE.origin, keysSorted),
    });
  });

  it('leaves the number of samples open', () => {
    const graph = fieldsOf(number(model, 7) as Uint8Array);
    const shapes = [11, 12].flatMap((kind) =>
      graph.filter(({ field }) => field === kind).map(({ value }) => shapeOf(value as Uint8Array)),
    );
    expect(shapes).toEqual([
      ['input', 'batch', 2],
      ['output', 'batch', 2],
      ['probabilities', 'batch', 2],
    ]);
  });

  it('has the same bytes for the same record', () => {
    const { network, answer, origin, ...rest } = SAMPLE;
    expect(
      toOnnx({ origin: { seed: 42, config: { seeds: 3 } }, answer, network, ...rest }),
    ).toEqual(toOnnx(SAMPLE));
  });

  it('keeps parameters that are not finite', async () => {
    const weights = [SAMPLE.weights[0], [Float32Array.of(Number.NaN, 0, 0), SAMPLE.weights[1][1]]];
    const { output } = await runOnnx(toOnnx({ ...SAMPLE, weights }), [[1, 2]]);
    expect([...output].map(Number.isFinite)).toEqual([false, true]);
  });

  it('is not made of parts that do not fit', () => {
    expect(problemsOf(() => toOnnx({ ...SAMPLE, biases: [SAMPLE.biases[0]] }))).toEqual([
      'model: found 1 layers in biases, expected 2',
    ]);
  });
});

/** A name and the dimensions of a ValueInfoProto. */
function shapeOf(info: Uint8Array): (string | number)[] {
  const at = (bytes: Uint8Array, field: number) =>
    fieldsOf(bytes).find((each) => each.field === field)?.value as Uint8Array;
  const dims = fieldsOf(at(at(at(info, 2), 1), 2)).map(
    ({ value }) => fieldsOf(value as Uint8Array)[0],
  );
  return [
    text(at(info, 1)),
    ...dims.map(({ value }) => (typeof value === 'number' ? value : text(value))),
  ];
}

function keysSorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
