import { describe, expect, it } from 'vitest';
import { generatorOf } from '../src/data/generate.js';
import { jacobian } from '../src/diagnose/jacobian.js';
import { spectrum } from '../src/diagnose/spectrum.js';
import { loadKernels } from '../src/entries/kernels-node.js';
import type { SweepInput, SweepOptions } from '../src/events.js';
import { Model } from '../src/model/model.js';
import { serialiseResults } from '../src/results/serialise.js';
import { biasVariance } from '../src/stats/bias-variance.js';
import { sweep } from '../src/sweep.js';

// Diagnostics of whole sweeps, through the workers.

const CONFIG: SweepInput = {
  seeds: 3,
  data: { kind: 'product', train: 30, test: 40, noiseVariance: 0.5 } as SweepInput['data'] & object,
  networks: { hidden: [[2], [4], [12, 3]] },
  training: { epochs: 40, batchSize: 30, optimizer: { name: 'adam', learningRate: 0.01 } },
  evaluate: { points: 4 },
};
const MEASURED = { gap: true, norm: true, jacobian: true, variance: true };
const outcomeOf = (input: SweepInput, options: SweepOptions = {}) => sweep(input, options).outcome;

describe('diagnostics of a sweep', () => {
  it('are the same at any number of threads and on either kernels', async () => {
    const input = { ...CONFIG, diagnostics: MEASURED };
    const options: SweepOptions[] = [{ threads: 1 }, { threads: 3 }, { threads: 2, backend: 'js' }];
    const outcomes = await Promise.all(options.map((each) => outcomeOf(input, each)));
    const [first, ...others] = outcomes.map(({ results }) => serialiseResults(results));
    for (const other of others) expect(other).toBe(first);
  });

  it('change nothing else', async () => {
    const [plain, measured] = await Promise.all([
      outcomeOf(CONFIG),
      outcomeOf({ ...CONFIG, diagnostics: MEASURED }),
    ]);
    expect(plain.results.runs.every((run) => run.diagnostics === undefined)).toBe(true);
    expect(plain.results.aggregate.every((each) => each.diagnostics === undefined)).toBe(true);
    const without = measured.results.runs.map(({ diagnostics: _, ...run }) => run);
    expect(without).toEqual(plain.results.runs);
  });

  it('are those of the networks that are kept, early stopping or not', async () => {
    const training = {
      ...CONFIG.training,
      earlyStopping: { patience: 3, monitor: 'train' },
    } as const;
    const { results, models } = await outcomeOf(
      { ...CONFIG, training, diagnostics: MEASURED },
      { keep: 'all' },
    );
    expect(models).toHaveLength(9);
    for (const model of models) {
      const { network, weights, biases } = model.read();
      const run = results.runs.find((r) => r.variant === model.variant && r.seed === model.seed)!;
      const squares = (values: Iterable<number>) =>
        [...values].reduce((sum, value) => sum + value * value, 0);
      const ofWeights = squares(weights.flatMap((rows) => rows.flatMap((row) => [...row])));
      const ofBiases = squares(biases.flatMap((each) => [...each]));
      expect(run.diagnostics!.weightNorm).toBeCloseTo(Math.sqrt(ofWeights), 12);
      expect(run.diagnostics!.parameterNorm).toBeCloseTo(Math.sqrt(ofWeights + ofBiases), 12);
      const layers = network.layers.map((layer, l) => ({
        ...layer,
        frozen: false,
        weights: Float64Array.from(weights[l].flatMap((row) => [...row])),
        biases: Float64Array.from(biases[l]),
      }));
      const data = results.config.data as Parameters<typeof generatorOf>[0];
      const x = Float64Array.from(generatorOf(data).draw(model.seed).train.x);
      const expected = spectrum(jacobian({ inputs: network.inputs, layers }, x)!)!;
      expect(run.diagnostics!.effectiveParameters).toBe(expected.rank);
      expect(run.diagnostics!.largestEigenvalue).toBe(expected.largest);
      expect(run.diagnostics!.smallestEigenvalue).toBe(expected.smallest);
    }
  });

  it('are null where a network diverged to what is not finite', async () => {
    const training = { ...CONFIG.training, optimizer: { name: 'sgd', learningRate: 1e6 } } as const;
    const { results } = await outcomeOf({ ...CONFIG, training, diagnostics: MEASURED });
    expect(results.runs.every(({ status }) => status === 'diverged')).toBe(true);
    for (const { diagnostics } of results.runs) {
      expect(Object.values(diagnostics!).every((value) => value === null)).toBe(true);
    }
    expect(results.aggregate[0].diagnostics!.effectiveParameters!.median).toBeNull();
  });

  it('are measured of a network that a team has trained', async () => {
    const input: SweepInput = {
      seeds: 1,
      data: { kind: 'linear', inputs: 1000, train: 100, test: 5 } as SweepInput['data'] & object,
      networks: { hidden: [[2000, 10]] },
      training: { epochs: 1, batchSize: 100 },
      diagnostics: { norm: true, jacobian: true },
    };
    const team = await outcomeOf(input, { threads: 2 });
    expect(team.manifest.trials[0].workers).toHaveLength(2);
    const alone = await outcomeOf(input, { threads: 1 });
    expect(team.results).toEqual(alone.results);
    expect(team.results.runs[0].diagnostics!.effectiveParameters).toBe(100);
  }, 60_000);

  it('are refused before anything is trained where they would take too long', async () => {
    const data = { kind: 'linear', inputs: 3, train: 2001, test: 5 } as SweepInput['data'] & object;
    const refused = outcomeOf({ ...CONFIG, data, diagnostics: { jacobian: true } });
    await expect(refused).rejects.toThrow('found 2,001 training rows');
  });

  it('without references leaves the constant predictor, on which the verdict rests', async () => {
    const { results } = await outcomeOf({ ...CONFIG, diagnostics: { references: false } });
    const reference = results.observations.find(({ kind }) => kind === 'reference')!;
    expect(Object.keys(reference.evidence)).toEqual(['constant']);
    const { results: whole } = await outcomeOf(CONFIG);
    const verdict = ({ observations }: typeof results) =>
      observations.find(({ kind }) => kind === 'double-descent');
    expect(verdict(results)).toEqual(verdict(whole));
  });
});

describe('bias and variance', () => {
  const answersOf = async (input: SweepInput, seed: number) => {
    const { results, models } = await outcomeOf(
      { ...input, diagnostics: { variance: true } },
      { keep: 'all' },
    );
    const kernels = await loadKernels();
    const data = results.config.data as Parameters<typeof generatorOf>[0];
    const { test } = generatorOf(data).draw(seed);
    const split = results.variants.map(({ id }) => {
      const own = models.filter(({ variant }) => variant === id);
      const answers = own.map((model) => Model.from(kernels, model.read()).predict(test.x));
      return biasVariance(answers, test.y);
    });
    return { results, split };
  };

  it('are those of the kept networks at the test rows of the first seed', async () => {
    const { results, split } = await answersOf(CONFIG, 42);
    expect(results.aggregate.map(({ diagnostics }) => diagnostics!.biasVariance)).toEqual(split);
    expect(split[0]!.runs).toBe(3);
    expect(split[0]!.points).toBe(40);
  });

  it('are measured in the scale of every seed', async () => {
    const data = { ...CONFIG.data, scaling: 'standard' } as SweepInput['data'] & object;
    const { results, split } = await answersOf({ ...CONFIG, data }, 42);
    results.aggregate.forEach(({ diagnostics }, i) => {
      expect(diagnostics!.biasVariance!.variance).toBeCloseTo(split[i]!.variance, 6);
      expect(diagnostics!.biasVariance!.error).toBeCloseTo(split[i]!.error, 6);
    });
  });

  it.each([
    ['targets are classes', { data: { kind: 'moons', train: 30, test: 10 } }],
    ['there is one seed', { seeds: 1 }],
    ['test rows of one seed are training rows of another', { data: rows({}) }],
    ['folds have no test rows in common', { data: rows({ folds: 3 }) }],
  ])('are not measured where %s', async (reason, change) => {
    const input = { ...CONFIG, ...change, training: { epochs: 2, batchSize: 10 } } as SweepInput;
    const { results } = await outcomeOf({ ...input, diagnostics: { variance: true } });
    const [found] = results.observations.filter(({ kind }) => kind === 'bias-variance');
    expect(found.text).toContain(`not measured: ${reason}`);
    expect(results.aggregate.every(({ diagnostics }) => diagnostics === undefined)).toBe(true);
  });

  it('are measured on rows that all seeds share, and on test rows of their own', async () => {
    const test = { x: [[0.5], [2]], y: [[1], [4]] };
    for (const data of [rows({ vary: 'none' }), rows({ test, testFraction: undefined })]) {
      const input = { ...CONFIG, data, training: { epochs: 2, batchSize: 10 } };
      const { results } = await outcomeOf({ ...input, diagnostics: { variance: true } });
      expect(
        results.aggregate.every(({ diagnostics }) => diagnostics!.biasVariance!.runs === 3),
      ).toBe(true);
    }
  });
});

/** Rows in memory. */
function rows(more: object): SweepInput['data'] & object {
  const x = Array.from({ length: 30 }, (_, i) => [i / 10]);
  return { kind: 'arrays', train: { x, y: x.map(([v]) => [v * v]) }, ...more } as never;
}
