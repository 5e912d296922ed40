import type { Manifest } from '../../src/results/manifest.js';
import type { Results } from '../../src/results/schema.js';

/** How two threads may have trained the runs: largest network first, each on the next free one. */
export function sampleManifest(results: Results, threads = 2): Manifest {
  const params = new Map(results.aggregate.map((record) => [record.variant, record.params]));
  const free = Array.from({ length: threads }, () => 30);
  const bySize = [...results.runs].sort(
    (a, b) => params.get(b.variant)! - params.get(a.variant)! || a.seed - b.seed,
  );
  const trials = bySize.map(({ variant, seed }) => {
    const worker = free.indexOf(Math.min(...free));
    const startMs = free[worker];
    free[worker] = Math.round((startMs + 1 + params.get(variant)! / 250) * 10) / 10;
    return { variant, seed, workers: [worker], startMs, endMs: free[worker] };
  });
  const wallMs = Math.max(...free) + 60;
  return {
    versions: { lanewise: '0.1.0', node: '20.20.0', v8: '11.3.244.8-node.33' },
    cpu: 'AMD EPYC 9R14',
    threads,
    binary: { backend: 'wasm', file: 'lanewise.wasm', sha256: 'ab'.repeat(32) },
    wallMs,
    stages: [
      { name: 'plan', ms: 4 },
      { name: 'train', ms: wallMs - 64 },
      { name: 'report', ms: 60 },
    ],
    samplesPerSecond: 3_250_000,
    parallelEfficiency: 0.97,
    trials,
  };
}
