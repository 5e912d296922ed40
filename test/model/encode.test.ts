import { describe, expect, it } from 'vitest';
import { encodeModel } from '../../src/model/encode.js';
import { problemsOf } from '../data/read/problems.js';
import { takeApart } from './file.js';
import { layer, record } from './networks.js';
import { SAMPLE } from './sample.js';

describe('a model file', () => {
  const { header, data } = takeApart(encodeModel(SAMPLE));

  it('names its tensors as PyTorch does, in the order of the layers', () => {
    const { __metadata__: _, ...tensors } = header;
    expect(tensors).toEqual({
      'layers.0.weight': { dtype: 'F32', shape: [3, 2], data_offsets: [0, 24] },
      'layers.1.weight': { dtype: 'F32', shape: [2, 3], data_offsets: [24, 48] },
      'layers.1.bias': { dtype: 'F32', shape: [2], data_offsets: [48, 56] },
    });
    const { weights, biases } = SAMPLE;
    const values = [...weights.flat(), biases[1]].flatMap((row) => [...row]);
    expect([...new Float32Array(data.slice().buffer)]).toEqual(values);
  });

  it('says the rest in strings of sorted JSON', () => {
    expect(header.__metadata__).toEqual({
      format: 'lanewise/model@1',
      network:
        '{"inputs":2,"layers":[' +
        '{"activation":"leaky-relu","bias":false,"params":{"slope":0.25},"units":3},' +
        '{"activation":"linear","bias":true,"params":{},"units":2}]}',
      scale: '{"shift":[0.1,-2],"unit":[3,0]}',
      answer: '{"classNames":["cat","dog"],"classes":2,"kind":"classes","outputs":"logits"}',
      image: '{"channels":1,"height":1,"width":2}',
      origin: '{"config":{"seeds":3},"seed":42}',
    });
    expect(Object.keys(header)).toEqual(Object.keys(header).sort());
  });

  it.each([...'abcdefgh'].map((_, i) => 'x'.repeat(i)))(
    'begins its data at whole 8 bytes: %s',
    (x) => {
      const file = encodeModel({ ...SAMPLE, origin: { x } });
      expect((file.length - data.length) % 8).toBe(0);
    },
  );

  it('has the same bytes for the same record, however it was put together', () => {
    const { network, answer, scale, ...rest } = SAMPLE;
    const origin = { seed: 42, config: { seeds: 3 } };
    const other = { scale: { unit: scale!.unit, shift: scale!.shift }, answer, network, ...rest };
    expect(encodeModel({ ...other, origin })).toEqual(encodeModel(SAMPLE));
  });

  it('orders more than ten layers by their numbers', () => {
    const many = record(
      1,
      Array.from({ length: 12 }, () => layer(1, 'tanh', false)),
    );
    const tensors = takeApart(encodeModel(many)).header;
    const begins = many.weights.map((_, l) => {
      const { data_offsets } = tensors[`layers.${l}.weight`] as { data_offsets: number[] };
      return data_offsets[0];
    });
    expect(begins).toEqual(many.weights.map((_, l) => 4 * l));
  });

  it('takes what JSON can hold', () => {
    expect(() => encodeModel({ ...SAMPLE, origin: { loss: Number.NaN } })).toThrow(TypeError);
    let deep: Record<string, unknown> = {};
    for (let i = 0; i < 100; i++) deep = { deep };
    expect(problemsOf(() => encodeModel({ ...SAMPLE, origin: deep }))).toEqual([
      'model: found origin with more than 100 levels of nesting, expected JSON',
    ]);
  });

  it('is not made of parts that do not fit', () => {
    const answer = { kind: 'classes' as const, classes: 5, outputs: 'logits' as const };
    const image = { height: 3, width: 3, channels: 1 };
    expect(problemsOf(() => encodeModel({ ...SAMPLE, answer, image }))).toEqual([
      'model: found answer.classes 5, expected 2, the number of outputs',
      'model: found network.inputs 2, expected 3 × 3 × 1, the size of an image',
    ]);
  });
});
