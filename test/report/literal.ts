import { assembleResults } from '../../src/results/assemble.js';
import type { Manifest } from '../../src/results/manifest.js';
import type { Results, RunRecord } from '../../src/results/schema.js';
import { quantityMetrics, sampleParts } from '../results/sample.js';

/** Three networks, two seeds, three epochs, one run diverged: every number is written here. */
export function literalResults(): Results {
  const networks = [
    { hidden: [2], train: 0, test: 0 },
    { hidden: [8], train: 0, test: 0 },
    { hidden: [20], train: 0, test: 0 },
  ];
  const parts = sampleParts({ networks, seeds: 2, epochs: 3, name: 'golden' });
  return assembleResults({ ...parts, runs: RUNS });
}

const RUNS: RunRecord[] = [
  run('4-2-1', 42, [3.1, 2.0, 1.4, 1.1], [380, 330, 300, 280]),
  run('4-2-1', 43, [2.9, 1.8, 1.2, 0.9], [370, 310, 280, 260]),
  run('4-8-1', 42, [3.3, 1.5, 0.8, 0.6], [390, 300, 270, 250]),
  {
    ...run('4-8-1', 43, [3.2, 2.9, null, null], [385, 410, null, null]),
    status: 'diverged',
    reason: 'loss not finite at epoch 2',
  },
  run('4-20-1', 42, [3.0, 1.0, 0.6, 0.45], [375, 280, 250, 230]),
  run('4-20-1', 43, [3.0, 1.2, 0.7, 0.5], [365, 290, 255, 240]),
];

function run(
  variant: string,
  seed: number,
  train: (number | null)[],
  test: (number | null)[],
): RunRecord {
  return {
    variant,
    seed,
    dataset: `assignment-${seed}`,
    status: 'done',
    final: { train: train[3], test: test[3] },
    history: { epoch: [0, 1, 2, 3], train, test },
    metrics: quantityMetrics({ train, test }),
  };
}

export const LITERAL_MANIFEST: Manifest = {
  versions: { lanewise: '0.1.0', node: '20.20.0', v8: '11.3.244.8-node.33' },
  cpu: 'a processor',
  threads: 2,
  binary: { backend: 'wasm', file: 'lanewise.wasm', sha256: 'ab'.repeat(32) },
  wallMs: 100,
  stages: [
    { name: 'plan', ms: 5 },
    { name: 'train', ms: 80 },
  ],
  samplesPerSecond: 112_500,
  parallelEfficiency: 0.9,
  trials: [
    { variant: '4-20-1', seed: 42, workers: [0], startMs: 20, endMs: 45 },
    { variant: '4-20-1', seed: 43, workers: [1], startMs: 20, endMs: 47 },
    { variant: '4-8-1', seed: 42, workers: [0], startMs: 45, endMs: 60 },
    { variant: '4-8-1', seed: 43, workers: [1], startMs: 47, endMs: 56 },
    { variant: '4-2-1', seed: 42, workers: [1], startMs: 56, endMs: 66 },
    { variant: '4-2-1', seed: 43, workers: [0], startMs: 60, endMs: 70 },
  ],
};
