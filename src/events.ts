import type {
  NetworksSettings,
  SweepConfig,
  TrainingSettings,
  VariantsSettings,
} from './config/types.js';
import type { KeptModel } from './curves/models.js';
import type { Inspection } from './inspect/types.js';
import type { Keep } from './plan/keep.js';
import type { Stopped } from './pool/stop.js';
import type { Manifest } from './results/manifest.js';
import type {
  MetricName,
  NetworkRecord,
  Results,
  RunRecord,
  SetValues,
  VariantRecord,
} from './results/schema.js';

/** A config with anything left out that has a default. */
export type SweepInput = Partial<
  Omit<SweepConfig, 'data' | 'networks' | 'training' | 'variants'>
> & {
  data?: Partial<SweepConfig['data']>;
  networks?: NetworksSettings;
  training?: TrainingSettings;
  variants?: VariantsSettings;
};

/** How to execute a sweep: nothing in here reaches the results. */
export interface SweepOptions {
  /** 1 … 256; default: the cores that this process may really use. */
  threads?: number;
  /** Default `wasm`. */
  backend?: 'wasm' | 'js';
  /** Stops training; runs that are not finished become `interrupted`. */
  signal?: AbortSignal;
  /** Called while a file is read, with the share that is: the event loop has no turn then, so that
   * events would come too late. */
  onReading?: (fraction: number) => void;
  /** Seconds of training after which the rest is `interrupted`. */
  timeLimit?: number;
  /** Which trained networks `models` of the outcome holds: `all`; `representative` (default), that of
   * the first seed and fold of every variant, of the first ones where they take more than 512 MiB;
   * `none`. They take room in the memory of the sweep. */
  keep?: Keep;
}

/** What a sweep comes to. */
export interface SweepOutcome {
  results: Results;
  manifest: Manifest;
  /** The trained networks that `keep` asked for, by variant, seed and fold. A run that failed or was
   * interrupted has none. */
  models: readonly KeptModel[];
  /** A look inside the best network, where it is among `models` and there is something to see; it
   * takes some tenths of a second at most, and none with `keep: 'none'`. */
  inspection?: Inspection;
  /** Why training ended. */
  stopped: Stopped;
}

/** What happens while a sweep trains, in order. Times in ms from the start of the sweep. */
export type SweepEvent =
  | ({ type: 'plan'; runs: number; threads: number; estimatedFlops: number } & SweepPlan)
  | { type: 'run-start'; variant: string; seed: number; worker: number; ms: number }
  | {
      type: 'progress';
      ms: number;
      active: ActiveRun[];
      finished: number;
      runs: number;
      /** Share of the estimated work that is done, 0 to 1. */
      done: number;
      samples: number;
    }
  | {
      type: 'run-end';
      run: RunRecord;
      finished: number;
      runs: number;
      ms: number;
      /** When and where it was trained; absent where no thread has taken it. */
      span?: { worker: number; startMs: number; endMs: number };
    };

/** What is going to be trained, and what will be measured. */
export interface SweepPlan {
  networks: readonly NetworkRecord[];
  variants: readonly VariantRecord[];
  /** In the order of the results. */
  trials: readonly PlannedTrial[];
  /** Places in `trials` of those that all threads train together. */
  teams: readonly number[];
  sets: readonly (keyof SetValues)[];
  /** Of any variant. */
  metrics: readonly MetricName[];
}

/** One training of the plan: a variant on a seed, and on a fold of a cross-validation. */
export interface PlannedTrial {
  /** Its place in `variants`. */
  variant: number;
  seed: number;
  fold?: number;
  /** The epochs after which it is evaluated, ascending. */
  evaluate: readonly number[];
}

/** A run in training, its latest losses, and how it got there. */
export interface ActiveRun extends Pick<RunRecord, 'history' | 'metrics'> {
  variant: string;
  seed: number;
  /** In a cross-validation, from 0. */
  fold?: number;
  /** Of a team, one of its threads. */
  worker: number;
  startMs: number;
  epoch: number;
  epochs: number;
  train: number | null;
  validation?: number | null;
  test: number | null;
  /** Where targets are classes: the last accuracy on the test rows. */
  accuracy?: number | null;
}

/** A running sweep: iterate it for events (optional), await `outcome` for the results. */
export interface SweepRun extends AsyncIterable<SweepEvent> {
  readonly outcome: Promise<SweepOutcome>;
}
