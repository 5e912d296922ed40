import type { EarlyStoppingConfig } from '../config/types.js';
import type { TrainingJob } from './job.js';
import type { Member } from './partition.js';

/** Watches a loss, and keeps the parameters of its best epoch. */
export interface Stopper {
  /** The set whose loss it is. */
  readonly monitor: 'validation' | 'train';
  /** The epoch whose parameters are kept; 0: none yet. */
  readonly best: number;
  /** Tells the monitored loss after so many epochs; whether training has to stop. */
  observe(loss: number, epoch: number): boolean;
  /** Brings back the parameters of the best epoch. */
  restore(): void;
}

/**
 * Every member of a team copies its own part: parameters only change behind a barrier that all of
 * them pass later.
 */
export function createStopper(
  { memory, variant, slab }: TrainingJob,
  { member, size }: Member = { member: 0, size: 1 },
): Stopper | undefined {
  const { earlyStopping } = variant.training;
  if (earlyStopping === 'none') return undefined;
  const share = (index: number) => Math.floor((slab.parameterFloats * index) / size);
  const from = 4 * share(member);
  const floats = share(member + 1) - share(member);
  const parameters = new Float32Array(memory.buffer, slab.parameters + from, floats);
  const kept = new Float32Array(memory.buffer, slab.best + from, floats);
  const patience = new Patience(earlyStopping);
  return {
    monitor: earlyStopping.monitor,
    get best() {
      return patience.best;
    },
    observe(loss, epoch) {
      if (patience.improves(loss, epoch)) kept.set(parameters);
      return patience.exhausted;
    },
    restore() {
      if (patience.best > 0) parameters.set(kept);
    },
  };
}

/** As Keras's EarlyStopping with restore_best_weights. */
class Patience {
  best = 0;
  #least = Number.POSITIVE_INFINITY;
  #waited = 0;
  readonly #limits: Exclude<EarlyStoppingConfig, 'none'>;

  constructor(limits: Exclude<EarlyStoppingConfig, 'none'>) {
    this.#limits = limits;
  }

  improves(loss: number, epoch: number): boolean {
    if (!(loss < this.#least - this.#limits.minDelta)) {
      this.#waited++;
      return false;
    }
    this.#least = loss;
    this.#waited = 0;
    this.best = epoch;
    return true;
  }

  get exhausted(): boolean {
    return this.#waited >= this.#limits.patience;
  }
}
