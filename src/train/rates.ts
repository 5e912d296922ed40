import type { ScheduleConfig, TrainingConfig } from '../config/types.js';
import { cos } from '../math/sine.js';

/** The learning rate of every epoch. */
export interface Rates {
  /** Of an epoch, from 0; asked in order. */
  of(epoch: number): number;
  /** Tells the monitored loss after an epoch, where `monitored`. */
  observe(loss: number): void;
  monitored: boolean;
}

/**
 * Warm-up takes the first epochs: (e + 1) / warmup of the rate. The schedule counts from its end.
 * Formulas as in torch.optim.lr_scheduler, stepped once an epoch; see docs/schedules.md.
 */
export function createRates({ epochs, schedule, warmup, optimizer }: TrainingConfig): Rates {
  const { learningRate } = optimizer;
  const plateau =
    typeof schedule !== 'string' && schedule.name === 'plateau' ? new Plateau(schedule) : undefined;
  const factor = plateau
    ? () => plateau.factor
    : createFactor(schedule, Math.max(1, epochs - warmup), learningRate);
  return {
    of: (epoch) => {
      if (epoch < warmup) return (learningRate * (epoch + 1)) / warmup;
      return learningRate * factor(epoch - warmup);
    },
    observe: (loss) => plateau?.observe(loss),
    monitored: plateau !== undefined,
  };
}

/** Products are taken step by step: the bits of a power differ between engines. */
function createFactor(
  schedule: ScheduleConfig,
  epochs: number,
  learningRate: number,
): (epoch: number) => number {
  if (typeof schedule === 'string' || schedule.name === 'plateau') return () => 1;
  if (schedule.name === 'cosine') {
    const least = schedule.minimum / learningRate;
    return (epoch) => least + ((1 - least) * (1 + cos((Math.PI * epoch) / epochs))) / 2;
  }
  const every = schedule.name === 'step' ? schedule.every : 1;
  let power = 1;
  let steps = 0;
  return (epoch) => {
    for (; steps < Math.floor(epoch / every); steps++) power *= schedule.factor;
    return power;
  };
}

/** As ReduceLROnPlateau with an absolute threshold. */
class Plateau {
  factor = 1;
  #best = Number.POSITIVE_INFINITY;
  #waited = 0;
  readonly #schedule: Extract<ScheduleConfig, { name: 'plateau' }>;

  constructor(schedule: Extract<ScheduleConfig, { name: 'plateau' }>) {
    this.#schedule = schedule;
  }

  observe(loss: number): void {
    const { factor, patience, minDelta } = this.#schedule;
    if (loss < this.#best - minDelta) {
      this.#best = loss;
      this.#waited = 0;
    } else if (++this.#waited > patience) {
      this.factor *= factor;
      this.#waited = 0;
    }
  }
}
