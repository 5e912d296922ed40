import { assembleResults } from '../../src/results/assemble.js';
import { describeConfig } from '../../src/results/describe.js';
import type { BiasVariance, Results, RunDiagnostics, RunRecord } from '../../src/results/schema.js';
import { type SampleOptions, sampleParts } from './sample.js';

/** Networks around the threshold of 60 training rows, by hidden units. */
const UNITS = [2, 4, 8, 11, 12, 16, 50, 400];
/** 4 inputs: parameters less one a ReLU unit, up to the rows. */
const ROWS = 60;

const NETWORKS = UNITS.map((units, at) => ({
  hidden: [units],
  train: [1, 0.5, 0.1, 0.004, 0.0004, 1e-5, 1e-9, 1e-12][at],
  test: [1.3, 0.9, 1.1, 1.9, 2.4, 1.7, 1, 0.8][at],
}));

export interface DiagnosedOptions extends SampleOptions {
  diagnostics?: Results['config'];
  /** Whether the output layer keeps its initial values. */
  frozen?: boolean;
  /** Without it no error is split. */
  split?: boolean;
}

/** Made-up results with every diagnostic, as they are near an interpolation threshold. */
export function diagnosedResults({
  diagnostics = { gap: true, norm: true, jacobian: true, variance: true },
  split = true,
  frozen = false,
  ...options
}: DiagnosedOptions = {}): Results {
  const parts = sampleParts({ networks: NETWORKS, name: 'diagnosed', ...options });
  const { networks } = parts.config;
  const output = { ...networks.output, frozen };
  const config = { ...parts.config, networks: { ...networks, output }, diagnostics };
  const places = new Map(parts.variants.map(({ id }, at) => [id, at]));
  const splits = new Map(
    parts.variants.map(({ id }, at): [string, BiasVariance] => [id, splitAt(at)]),
  );
  return assembleResults({
    ...parts,
    config,
    described: describeConfig(config),
    datasets: parts.datasets.map((dataset) => ({ ...dataset, trainRows: ROWS })),
    runs: parts.runs.map((run) => ({ ...run, ...diagnosed(run, places.get(run.variant)!) })),
    ...(split && { splits }),
  });
}

function diagnosed({ seed, status }: RunRecord, at: number): { diagnostics?: RunDiagnostics } {
  if (status === 'failed') return {};
  const effective = Math.min(ROWS, UNITS[at % UNITS.length] * 5 + 1);
  const scatter = 1 + ((seed % 5) - 2) / 10;
  return {
    diagnostics: {
      weightNorm: scatter * [2, 3, 6, 9, 10, 9, 9, 12][at % UNITS.length],
      parameterNorm: scatter * [2.2, 3.2, 6.1, 9.4, 10.3, 9.2, 9.6, 13][at % UNITS.length],
      effectiveParameters: effective - (seed % 5 === 0 && effective < ROWS ? 1 : 0),
      largestEigenvalue: 200,
      smallestEigenvalue:
        scatter * [4, 0.3, 0.02, 1e-5, 1e-4, 0.004, 0.05, 0.04][at % UNITS.length],
    },
  };
}

function splitAt(at: number): BiasVariance {
  const squaredBias = [0.9, 0.2, 0.05, -0.01, 0.05, 0.08, 0.07, 0.06][at % UNITS.length];
  const variance = [0.4, 0.7, 1.05, 1.9, 2.3, 1.6, 0.9, 0.7][at % UNITS.length];
  return { squaredBias, variance, error: squaredBias + variance, points: 1000, runs: 10 };
}
