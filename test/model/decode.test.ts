import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { InputError } from '../../src/config/problem.js';
import { decodeModel } from '../../src/model/decode.js';
import { encodeModel } from '../../src/model/encode.js';
import type { ModelRecord } from '../../src/model/record.js';
import { problemsOf } from '../data/read/problems.js';
import { model } from './arbitrary.js';
import { type Parts, putTogether, takeApart } from './file.js';
import { OF_PYTHON, SAMPLE } from './sample.js';

const bits = (values: Float32Array) => [...new Uint32Array(values.slice().buffer)];

function expectSame(a: ModelRecord, b: ModelRecord): void {
  const { weights, biases, ...description } = a;
  const { weights: otherWeights, biases: otherBiases, ...other } = b;
  expect(description).toEqual(other);
  expect(weights.map((rows) => rows.map(bits))).toEqual(otherWeights.map((r) => r.map(bits)));
  expect(biases.map(bits)).toEqual(otherBiases.map(bits));
}

const saved = encodeModel(SAMPLE);
const refused = (file: Uint8Array) => problemsOf(() => decodeModel(file, 'm.safetensors'));
/** The sample with something changed in its header or data. */
function changed(change: (parts: Parts) => unknown): Uint8Array {
  const parts = takeApart(saved);
  change(parts);
  return putTogether(parts);
}
type Metadata = Record<string, string>;
type Entry = { dtype: string; shape: number[]; data_offsets: number[] };
const described = (key: string, value: unknown) =>
  changed(({ header }) => {
    (header.__metadata__ as Metadata)[key] =
      typeof value === 'string' ? value : JSON.stringify(value);
  });
const entry = (name: string, change: Partial<Record<keyof Entry, unknown>>) =>
  changed(({ header }) => Object.assign(header[name] as Entry, change));

test('what was saved is read again, bit by bit', () => {
  fc.assert(
    fc.property(model, (record) => {
      const file = encodeModel(record);
      const read = decodeModel(file, 'f');
      expectSame(read, record);
      expect(encodeModel(read)).toEqual(file);
    }),
    { numRuns: 100 },
  );
});

test('read from the middle of a buffer, at any offset', () => {
  const buffer = new Uint8Array(saved.length + 8);
  buffer.set(saved, 3);
  expectSame(decodeModel(buffer.subarray(3, 3 + saved.length), 'f'), SAMPLE);
});

test('read from the buffer that a page fetches', () => {
  expectSame(decodeModel(saved.slice().buffer), SAMPLE);
});

test('parameters are copies', () => {
  const file = saved.slice();
  const read = decodeModel(file, 'f');
  file.fill(0);
  expectSame(read, SAMPLE);
});

test('a header of another writer, with other keys, order and spaces', () => {
  const { header, data } = takeApart(saved);
  const names = Object.keys(header).reverse();
  const other = Object.fromEntries(names.map((name) => [name, header[name]]));
  (other.__metadata__ as Metadata).author = 'someone';
  const file = putTogether({ header: JSON.stringify(other, undefined, 1), data });
  expectSame(decodeModel(file, 'f'), SAMPLE);
});

test('a file that the Python library of the format wrote', () => {
  const file = Buffer.from(OF_PYTHON, 'base64');
  expectSame(decodeModel(Uint8Array.from(file), 'f'), SAMPLE);
  expectSame(decodeModel(file, 'f'), SAMPLE);
});

describe('files that lie', () => {
  const where = 'm.safetensors: ';
  const whole = 'expected a safetensors file';
  const numbered = (value: number, count = 8) =>
    Uint8Array.from({ length: count }, (_, i) => Math.floor(value / 256 ** i) % 256);
  const headed = (length: number) => Uint8Array.of(...numbered(length), ...saved.subarray(8));
  test.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(0), `found an empty file, ${whole}`],
    ['short', saved.subarray(0, 7), `found no safetensors header, ${whole}`],
    [
      'text',
      new TextEncoder().encode('a,b,c,d,e,f\n1,2,3'),
      `found no safetensors header, ${whole}`,
    ],
    [
      'a long header',
      headed(saved.length),
      `found ${saved.length} bytes, expected ${saved.length + 8} or more: the file is truncated`,
    ],
    [
      'a huge header',
      headed(2 ** 40),
      'found a header of 1,099,511,627,776 bytes, expected at most 100,000,000',
    ],
    ['a short header', headed(20), `found a header with text that is no JSON, ${whole}`],
    [
      'a list',
      putTogether({ header: ' []', data: saved }),
      `found no safetensors header, ${whole}`,
    ],
    [
      'depth',
      putTogether({ header: `{"a":${'['.repeat(200)}`, data: saved }),
      `found a header with more than 100 levels of nesting, ${whole}`,
    ],
    [
      'a key twice',
      putTogether({ header: '{"a":1,"b":{"a":2,"\\u0061":3}}', data: saved }),
      `found a header with a key that occurs twice in a map, ${whole}`,
    ],
    [
      'no UTF-8',
      Uint8Array.of(...numbered(2), 0x7b, 0xff),
      `found a header that is no UTF-8, ${whole}`,
    ],
    [
      'cut',
      saved.subarray(0, saved.length - 1),
      'found 55 bytes of tensors, expected 56: the file is truncated',
    ],
    [
      'more',
      Uint8Array.of(...saved, 0),
      'found 57 bytes of tensors, expected 56: something follows the tensors',
    ],
    [
      'metadata of numbers',
      changed(({ header }) => Object.assign(header.__metadata__ as Metadata, { x: 1 })),
      'found __metadata__ with 1 at "x", expected a map of strings',
    ],
    [
      'metadata as text',
      changed(({ header }) => {
        header.__metadata__ = 'x';
      }),
      'found __metadata__ with "x", expected a map of strings',
    ],
    [
      'an entry without offsets',
      entry('layers.1.bias', { data_offsets: undefined }),
      'found another header of tensor "layers.1.bias", expected dtype, shape and data_offsets [begin, end]',
    ],
    [
      'an entry that ends before it begins',
      entry('layers.1.bias', { data_offsets: [56, 48] }),
      'found another header of tensor "layers.1.bias", expected dtype, shape and data_offsets [begin, end]',
    ],
    [
      'a fractional shape',
      entry('layers.1.bias', { shape: [1.5] }),
      'found another header of tensor "layers.1.bias", expected dtype, shape and data_offsets [begin, end]',
    ],
    [
      'overlap',
      entry('layers.1.weight', { data_offsets: [16, 48] }),
      'found tensor "layers.1.weight" at byte 16 of the data, expected 24: tensors overlap',
    ],
    [
      'a hole',
      entry('layers.1.weight', { data_offsets: [28, 48] }),
      'found tensor "layers.1.weight" at byte 28 of the data, expected 24: there is a hole',
    ],
    [
      'of another program',
      changed(({ header }) => delete header.__metadata__),
      'found no format in the metadata of the file, expected lanewise/model@1, as lanewise saves models',
    ],
    [
      'of another format',
      described('format', 'pt'),
      'found format "pt" in the metadata of the file, expected lanewise/model@1, as lanewise saves models',
    ],
    [
      'another dtype',
      entry('layers.1.bias', { dtype: 'I32' }),
      'found tensor layers.1.bias of "I32" [2], expected F32 [2]',
    ],
    [
      'another shape',
      entry('layers.1.weight', { shape: [3, 2] }),
      'found tensor layers.1.weight of "F32" [3, 2], expected F32 [2, 3]',
    ],
    [
      'a shape that its bytes do not fill',
      changed(({ header }) => {
        Object.assign(header['layers.1.weight'] as Entry, { data_offsets: [24, 40] });
        Object.assign(header['layers.1.bias'] as Entry, { data_offsets: [40, 56] });
      }),
      'found 16 bytes of tensor layers.1.weight, expected 24|found 16 bytes of tensor layers.1.bias, expected 8',
    ],
    [
      'tensors under other names',
      changed(({ header }) => {
        header.bias = header['layers.1.bias'];
        delete header['layers.1.bias'];
      }),
      'found no tensor layers.1.bias, expected F32 [2]|found tensor "bias", which the network lacks',
    ],
    [
      'no network',
      changed(({ header }) => delete (header.__metadata__ as Metadata).network),
      'found network nothing, expected a map',
    ],
    [
      'metadata that is no JSON',
      described('answer', '{kind'),
      'found metadata answer with text that is no JSON, expected JSON',
    ],
    [
      'an origin too deep',
      described('origin', `{"a":${'['.repeat(100)}${']'.repeat(100)}}`),
      'found metadata origin with more than 100 levels of nesting, expected JSON',
    ],
    ['an origin that is no map', described('origin', [1]), 'found origin [1], expected a map'],
    [
      'a network with everything wrong',
      described('network', {
        inputs: 0,
        layers: [
          { units: 1.5, activation: 'rleu', params: {}, bias: 1 },
          { units: 2, activation: 'elu', params: { alhpa: 1 }, bias: true, frozen: true },
          7,
        ],
        depth: 3,
      }),
      [
        'found key "depth" in network, expected inputs or layers',
        'found network.inputs 0, expected a whole number from 1',
        'found network.layers[0].activation "rleu", expected linear, relu, leaky-relu, sigmoid, tanh, gelu, gelu-tanh, silu, softplus, elu or softmax; did you mean relu?',
        'found network.layers[0].units 1.5, expected a whole number from 1',
        'found network.layers[0].bias 1, expected true or false',
        'found key "frozen" in network.layers[1], expected units, activation, params or bias',
        'found key "alhpa" in network.layers[1].params, expected alpha; did you mean alpha?',
        'found network.layers[1].params.alpha nothing, expected a number greater than 0',
        'found network.layers[2] 7, expected a map',
      ].join('|'),
    ],
    [
      'no layers',
      described('network', { inputs: 2, layers: [] }),
      'found network.layers [], expected a layer or more',
    ],
    [
      'a scale of another width',
      described('scale', { shift: [1], unit: [1, -1] }),
      'found 1 members in scale.shift, expected 2|found scale.unit[1] -1, expected a number of 0 or more',
    ],
    [
      'an answer of another width',
      described('answer', { kind: 'classes', classes: 3, classNames: ['a', 1, 'c'], outputs: 'x' }),
      [
        'found answer.outputs "x", expected logits, probabilities or scores',
        'found answer.classes 3, expected 2, the number of outputs',
        'found 3 members in answer.classNames, expected 2',
      ].join('|'),
    ],
    [
      'names of several answers',
      described('answer', { kind: 'binary', classNames: ['a', 'b'], outputs: 'logits' }),
      'found answer.classNames ["a", "b"], expected none where there are several outputs|found answer.threshold nothing, expected a finite number',
    ],
    [
      'an answer with what belongs to another',
      described('answer', { kind: 'numbers', threshold: 0 }),
      'found key "threshold" in answer of kind numbers, expected kind',
    ],
    [
      'an image of another size',
      described('image', { height: 2, width: 2, channels: 1 }),
      'found network.inputs 2, expected 2 × 2 × 1, the size of an image',
    ],
  ])('%s', (_, file, message) => {
    expect(refused(file)).toEqual(message.split('|').map((line) => where + line));
  });

  it('knows no prototypes', () => {
    const origin = JSON.parse('{"__proto__":{"polluted":1},"constructor":2}');
    const file = encodeModel({ ...SAMPLE, origin });
    const read = decodeModel(file, 'f');
    expect(JSON.stringify(read.origin)).toBe('{"__proto__":{"polluted":1},"constructor":2}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const named = putTogether({ header: '{"__proto__":{"dtype":"F32"}}', data: saved });
    expect(refused(named)).toEqual([
      `${where}found another header of tensor "__proto__", expected dtype, shape and data_offsets [begin, end]`,
    ]);
  });
});

describe('damaged files are read or refused', () => {
  const read = (file: Uint8Array) => {
    try {
      encodeModel(decodeModel(file, 'f'));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(error.exitCode).toBe(3);
      for (const { message } of error.problems) expect(message).toMatch(/^[^\p{Cc}]+$/u);
    }
  };

  test('bytes changed, put in and cut off', () => {
    const blow = fc.record({
      kind: fc.constantFrom('change', 'cut', 'insert'),
      at: fc.nat(saved.length - 1),
      byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...'0,:[]{}"\\.-e')),
    });
    fc.assert(
      fc.property(fc.array(blow, { minLength: 1, maxLength: 4 }), (blows) => {
        const bytes = [...saved];
        for (const { kind, at, byte } of blows) {
          const code = typeof byte === 'string' ? byte.charCodeAt(0) : byte;
          if (kind === 'change') bytes[Math.min(at, bytes.length - 1)] = code;
          else if (kind === 'cut') bytes.splice(at);
          else bytes.splice(at, 0, code);
        }
        read(Uint8Array.from(bytes));
      }),
      { numRuns: 3000 },
    );
  });

  test('any value at any place of the header', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 2 ** 53, 1e308, '', null));
    const { header } = takeApart(saved);
    const keys = Object.keys(header.__metadata__ as Metadata);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(header), '__proto__'), value, (name, any) => {
        read(
          changed((parts) =>
            Object.defineProperty(parts.header, name, { value: any, enumerable: true }),
          ),
        );
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...keys), value, (key, any) => {
        read(described(key, JSON.stringify(any)));
      }),
      { numRuns: 1000 },
    );
    const names = Object.keys(header).filter((name) => name !== '__metadata__');
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom('dtype' as const, 'shape' as const, 'data_offsets' as const),
        value,
        (name, key, any) => read(entry(name, { [key]: any })),
      ),
      { numRuns: 1000 },
    );
  });
});
