import { describe, expect, it } from 'vitest';
import type { ActivationConfig, LossConfig } from '../../src/config/types.js';
import { type KernelLibrary, loadKernels, Model } from '../../src/entries/kernels-node.js';
import {
  computeGradients,
  modelRecord,
  type TrainingInput,
  trainNetwork,
} from '../../src/entries/train.js';
import { encodeModel } from '../../src/model/encode.js';
import type { ModelRecord } from '../../src/model/record.js';
import { problemsOf } from '../data/read/problems.js';
import { ACTIVATIONS, record, rowsOf, value } from './networks.js';

const backends = {
  wasm: await loadKernels(),
  unshared: await loadKernels({ shared: false }),
  js: await loadKernels({ backend: 'js' }),
};
type BackendName = keyof typeof backends;
const kernels: KernelLibrary = backends.wasm;

/** More than a block of 256, and no multiple of four. */
const x = rowsOf(301);
const labels = x.map(([a, b]) => (a * b > 9 ? 2 : a > 3 ? 1 : 0));

interface Given {
  loss: LossConfig;
  y: number[][];
  hidden?: ActivationConfig;
  output?: ActivationConfig;
  bias?: boolean;
  data?: Partial<TrainingInput['data']>;
}

/** A short training, its model, and what the trainer's own pass over the rows says. */
async function trained(given: Given, by = kernels) {
  const { loss, y, hidden = 'relu', output = 'linear', bias = true, data } = given;
  const rows = { x, y };
  const input: TrainingInput = {
    kernels: by,
    network: { hidden: [9, 5], activation: hidden, bias, output: { activation: output, bias } },
    data: { train: rows, test: rows, ...data },
    training: { loss, epochs: 2, batchSize: 32, optimizer: 'adam' },
  };
  const result = await trainNetwork(input);
  const made = modelRecord(input, result);
  const model = Model.load(by, encodeModel(made));
  const { weights, biases } = result;
  const { output: outputs } = computeGradients({ ...input, initial: { weights, biases } });
  return { model, result, outputs, made };
}

const numbers = x.map(([a, b]) => [a - b, a * 0.1]);

describe('answers have the bits of the trainer', () => {
  const cases = ACTIVATIONS.flatMap(([name, hidden]) =>
    (['wasm', 'unshared', 'js'] as const).map((by) => [name, by, hidden] as const),
  );
  it.each<readonly [string, BackendName, ActivationConfig]>(cases)(
    '%s, %s',
    async (_, by, hidden) => {
      const scaling = { data: { scaling: 'standard' as const } };
      for (const extra of [{}, scaling]) {
        const below = hidden === 'softmax' ? 'relu' : hidden;
        const given = { loss: 'mse' as const, y: numbers, hidden: below, output: hidden, ...extra };
        const { model, outputs } = await trained(given, backends[by]);
        expect(model.predict(x)).toEqual(outputs);
        expect(x.slice(0, 9).map((row) => model.predict([row])[0])).toEqual(outputs.slice(0, 9));
      }
    },
  );

  it('one neuron over a ReLU layer, without a bias', async () => {
    const y = numbers.map(([first]) => [first]);
    for (const bias of [true, false]) {
      const { model, outputs } = await trained({ loss: 'mse', y, bias });
      expect(model.predict(x)).toEqual(outputs);
    }
  });

  it('the same on every backend', async () => {
    const answers = await Promise.all(
      Object.values(backends).map(async (by) => {
        const { model } = await trained({ loss: 'mse', y: numbers, hidden: 'gelu' }, by);
        return model.predict(x.flat());
      }),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it.each(['none', 'standard', 'minmax'] as const)('scaling %s', async (scaling) => {
    const { model, outputs, made } = await trained({ loss: 'l1', y: numbers, data: { scaling } });
    expect(model.predict(x)).toEqual(outputs);
    expect(made.scale === undefined).toBe(scaling === 'none');
    // The third input is the same in every row.
    if (made.scale) expect(made.scale.unit[2]).toBe(0);
  });
});

describe('classes', () => {
  const column = labels.map((label) => [label]);
  const oneHot = labels.map((label) => [0, 1, 2].map((k) => Number(k === label)));

  it.each<[string, Given, string]>([
    ['logits', { loss: 'softmax-cross-entropy', y: column }, 'logits'],
    ['a divergence', { loss: 'kl-divergence', y: oneHot }, 'logits'],
    [
      'softmax outputs',
      { loss: 'mse', y: column, output: 'softmax', data: { encoding: 'one-hot' } },
      'probabilities',
    ],
    ['scores', { loss: 'mse', y: column, data: { encoding: 'one-hot' } }, 'scores'],
  ])('of %s', async (_, given, outputs) => {
    const { model, result } = await trained(given);
    expect(model.answer).toEqual({ kind: 'classes', classes: 3, outputs });
    const found = model.classify(x);
    const right = [...found].filter((each, j) => each === labels[j]).length;
    expect({ train: right / x.length }).toMatchObject({
      train: result.final!.metrics.accuracy!.train,
    });
    const confusion = [0, 1, 2].map((label) =>
      [0, 1, 2].map(
        (answer) => x.filter((_, j) => labels[j] === label && found[j] === answer).length,
      ),
    );
    expect(confusion).toEqual(result.confusion);
    if (outputs === 'scores') return;
    const [outputsOf, probabilities] = [model.predict(x), model.probabilities(x)];
    probabilities.forEach((row, j) => {
      expect(row.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 5);
      const exps = [...outputsOf[j]].map(Math.exp);
      const sum = exps.reduce((total, each) => total + each, 0);
      const wanted = outputs === 'logits' ? exps.map((each) => each / sum) : [...outputsOf[j]];
      wanted.forEach((each, i) => {
        expect(row[i]).toBeCloseTo(each, 6);
      });
    });
  });

  it.each<[string, Given, object]>([
    ['logits', { loss: 'binary-cross-entropy', y: [] }, { threshold: 0, outputs: 'logits' }],
    [
      'a sigmoid',
      { loss: 'mse', y: [], output: 'sigmoid', data: { encoding: 'binary' } },
      { threshold: 0.5, outputs: 'probabilities' },
    ],
    [
      'scores',
      { loss: 'mse', y: [], data: { encoding: 'binary' } },
      { threshold: 0.5, outputs: 'scores' },
    ],
  ])('of yes and no by %s', async (_, given, answer) => {
    const y = labels.map((label) => [Number(label === 2)]);
    const { model, result } = await trained({ ...given, y });
    expect(model.answer).toEqual({ kind: 'binary', ...answer });
    expect(model.classNames).toEqual(['0', '1']);
    const right = [...model.classify(x)].filter((each, j) => each === y[j][0]).length;
    expect(right / x.length).toBe(result.final!.metrics.accuracy!.train);
    if (model.answer.kind === 'binary' && model.answer.outputs === 'scores') return;
    const yes = model.probabilities(x.flat());
    expect([...yes].map((each) => Number(each > 0.5))).toEqual([...model.classify(x)]);
  });

  it('several answers a row', () => {
    const layers = [{ units: 2, activation: 'linear' as const, params: {}, bias: true }];
    const answer = { kind: 'binary' as const, threshold: 0, outputs: 'logits' as const };
    const model = Model.from(kernels, record(3, layers, { answer }));
    const wanted = [...model.predict(x.flat())].map((each) => Number(each > 0));
    expect([...model.classify(x)]).toEqual(wanted);
    expect(wanted.length).toBe(2 * x.length);
  });

  it('have names, or numbers', () => {
    const layers = [{ units: 3, activation: 'linear' as const, params: {}, bias: true }];
    const answer = { kind: 'classes' as const, classes: 3, outputs: 'scores' as const };
    const classNames = ['a', 'b', 'c'];
    const of = (extra: Partial<ModelRecord>) => Model.from(kernels, record(3, layers, extra));
    expect(of({ answer }).classNames).toEqual(['0', '1', '2']);
    expect(of({ answer: { ...answer, classNames } }).classNames).toEqual(classNames);
    expect(of({}).classNames).toEqual([]);
  });

  it('the first of equal outputs', () => {
    const layers = [{ units: 3, activation: 'linear' as const, params: {}, bias: false }];
    const answer = { kind: 'classes' as const, classes: 3, outputs: 'scores' as const };
    const made = record(1, layers, { answer });
    const weights = [[0, 1, 1].map((each) => Float32Array.of(each))];
    expect([...Model.from(kernels, { ...made, weights }).classify([[1], [0], [-1]])]).toEqual([
      1, 0, 0,
    ]);
  });
});

describe('a model', () => {
  const layers = [
    { units: 4, activation: 'tanh' as const, params: {}, bias: true },
    { units: 2, activation: 'linear' as const, params: {}, bias: false },
  ];
  const made = record(3, layers);
  const model = Model.from(kernels, made);

  it('answers in the form in which it is asked', () => {
    const flat = model.predict(Float32Array.from(x.flat()));
    const each = model.predict(x);
    expect(flat).toBeInstanceOf(Float32Array);
    expect(each.map((row) => row.length)).toEqual(x.map(() => 2));
    expect(each.flatMap((row) => [...row])).toEqual([...flat]);
    expect(model.predict(x.map((row) => Float32Array.from(row)))).toEqual(each);
    expect(model.predict([])).toEqual([]);
    expect(model.predict(new Float32Array(0))).toEqual(new Float32Array(0));
  });

  it('keeps what it answered when it is asked again', () => {
    const before = model.predict(x.slice(0, 2));
    const copy = before.map((row) => row.slice());
    model.predict(x.slice(2, 4));
    expect(before).toEqual(copy);
  });

  it('computes wide networks in smaller blocks, with the same bits', () => {
    const wide = (units: number) => ({
      units,
      activation: 'relu' as const,
      params: {},
      bias: true,
    });
    const width = 40_000;
    const of = Model.from(kernels, record(1, [wide(width), { ...layers[1] }]));
    const many = Array.from({ length: 230 }, (_, j) => [value(j)]);
    expect(of.predict(many)[229]).toEqual(of.predict([many[229]])[0]);
    of.dispose();
  });

  it('becomes its record again', () => {
    expect(encodeModel(model.toRecord())).toEqual(encodeModel(made));
    const { weights } = model.toRecord();
    weights[0][0].fill(0);
    expect(model.toRecord().weights).toEqual(made.weights);
  });

  it('says what it is', () => {
    expect({ inputs: model.inputs, outputs: model.outputs, answer: model.answer }).toEqual({
      inputs: 3,
      outputs: 2,
      answer: { kind: 'numbers' },
    });
  });

  it.each<[string, unknown, string]>([
    [
      'a short row',
      [
        [1, 2, 3],
        [1, 2],
      ],
      'rows[1]: found 2 numbers, expected 3 numbers',
    ],
    ['no row', [[1, 2, 3], undefined], 'rows[1]: found nothing, expected 3 numbers'],
    ['a number among rows', [[1, 2, 3], 5], 'rows[1]: found 5, expected 3 numbers'],
    ['a flat array', [1, 2, 3, 4], 'rows: found 4 numbers, expected 3 for every row'],
    ['NaN', [[1, Number.NaN, 3]], 'rows[0][1]: found NaN, expected a number within ±3.4e38'],
    [
      'beyond float32',
      [1, 2, 3, 4, 5, 1e39],
      'rows[1][2]: found 1e+39, expected a number within ±3.4e38',
    ],
    [
      'text',
      [...x.slice(0, 300), [1, 2, 'three']],
      'rows[300][2]: found "three", expected a number within ±3.4e38',
    ],
  ])('refuses %s', (_, rows, message) => {
    expect(problemsOf(() => model.predict(rows as number[][]))).toEqual([message]);
  });

  it('has no probabilities and classes where it tells numbers', () => {
    expect(() => model.probabilities(x)).toThrow(
      'found outputs that are numbers, expected logits or probabilities',
    );
    expect(() => model.classify(x)).toThrow(
      'found outputs that are numbers, expected a network that tells classes',
    );
    const answer = { kind: 'classes' as const, classes: 2, outputs: 'scores' as const };
    expect(() => Model.from(kernels, { ...made, answer }).probabilities(x)).toThrow(
      'found outputs that are scores, expected logits or probabilities',
    );
  });

  it('is refused where its parts do not fit', () => {
    const { weights, biases } = made;
    const wrong = [weights[0], [weights[1][0].slice(1), weights[1][1]]];
    expect(
      problemsOf(() =>
        Model.from(kernels, { ...made, weights: wrong, biases: [biases[1], biases[0]] }),
      ),
    ).toEqual([
      'model: found 2 numbers in biases[0], expected 4',
      'model: found 3 numbers in weights[1][0], expected 4',
      'model: found 4 numbers in biases[1], expected 2',
    ]);
    expect(problemsOf(() => Model.from(kernels, { ...made, weights: [], biases: [] }))).toEqual([
      'model: found 0 layers in weights, expected 2',
      'model: found 0 layers in biases, expected 2',
    ]);
    expect(problemsOf(() => Model.load(kernels, new Uint8Array(3), 'm.safetensors'))).toEqual([
      'm.safetensors: found no safetensors header, expected a safetensors file',
    ]);
  });

  it('is gone once it is disposed', () => {
    const gone = Model.from(kernels, made);
    gone.dispose();
    gone.dispose();
    for (const ask of [() => gone.predict(x), () => gone.classify(x), () => gone.toRecord()])
      expect(ask).toThrow(/this model was disposed|outputs that are numbers/);
  });

  it('outlives the kernels it was made of, but is not made of those that are gone', async () => {
    const own = await loadKernels();
    const kept = Model.from(own, made);
    own.dispose();
    expect(kept.predict(x)).toEqual(model.predict(x));
    expect(() => Model.from(own, made)).toThrow('these kernels were disposed');
  });

  it.each([
    [2 ** 30, /^found no room for a model that takes \d+ bytes$/],
    [2 ** 31, /^found a layer of 2147483648 numbers, expected at most 1073741824$/],
  ])('says so where there is no room for it: %d inputs', (inputs, message) => {
    const layers = [{ units: 1, activation: 'linear' as const, params: {}, bias: true }];
    const huge = { ...record(1, layers), network: { inputs, layers } };
    const weights = [[{ length: inputs } as Float32Array]];
    expect(() => Model.from(kernels, { ...huge, weights })).toThrow(message);
  });
});
