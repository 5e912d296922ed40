/** The shape of manifest.json: how this execution went. Differs from run to run. */
export interface Manifest {
  versions: { lanewise: string; node: string; v8: string };
  cpu: string;
  threads: number;
  /** Which kernels ran: `wasm` (with the SHA-256 of the binary) or `js`. */
  binary: { backend: string; file?: string; sha256?: string };
  wallMs: number;
  /** In pipeline order. */
  stages: { name: string; ms: number }[];
  /** Training samples seen per second of the training stage. */
  samplesPerSecond: number;
  /** Of the training stage: busy time of all workers over threads × wall time, 0 to 1. */
  parallelEfficiency: number;
  /** In plan order. Times from the start of the run. `workers`: from 0. */
  trials: ManifestTrial[];
  /** Of a run that lies in a folder. */
  written?: ManifestWritten;
}

/** What was written of a run: by it a later sweep knows whether all of it is still there. */
export interface ManifestWritten {
  /** ISO 8601, UTC. */
  at: string;
  /** SHA-256 of results.json. */
  results: string;
  /** All files by their paths in the folder. */
  files: string[];
}

/** When a run was trained, and by which workers. */
export interface ManifestTrial {
  variant: string;
  seed: number;
  workers: number[];
  startMs: number;
  endMs: number;
}
