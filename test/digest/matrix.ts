/** The networks of the digest: everything that a family offers, in shapes that fit no tile. */
import {
  OPTIMIZER_DEFAULTS as D,
  INIT_DEFAULTS,
  LOSS_DEFAULTS,
} from '../../src/config/training-defaults.js';
import type {
  ActivationConfig,
  InitConfig,
  LossConfig,
  NetworksSettings,
  OptimizerConfig,
  Samples,
} from '../../src/config/types.js';
import { nameOf } from '../../src/config/types.js';
import type { TrainingInput } from '../../src/embed/types.js';
import { PURPOSE, Stream } from '../../src/random/stream.js';
import { ACTIVATIONS } from '../../src/train/activation.js';
import { DISTURBANCES } from './disturbances.js';

/** Networks that share data and settings: one sweep, or one training each. */
export interface Group {
  hidden: number[][];
  seed: number;
  networks: Omit<NetworksSettings, 'hidden'>;
  data: { train: Samples; test: Samples; validationFraction: number };
  training: NonNullable<TrainingInput['training']>;
}

const SEED = 20260101;
const MAX_WIDTH = 70;
const MAX_DEPTH = 4;
/** As many as the most threads of a sweep: fewer would leave some of them idle. */
const NETWORKS = 7;
/** Every one of them is among the first rows. */
const CLASSES = 5;
/** Losses that want rows of probabilities. */
const ONE_HOT = new Set<string>(['binary-cross-entropy', 'kl-divergence']);

/** Lists come from the families themselves, so that whatever joins them joins the digest. */
const FAMILIES = {
  activation: Object.keys(ACTIVATIONS).filter((name) => name !== 'softmax') as ActivationConfig[],
  loss: Object.keys(LOSS_DEFAULTS) as LossConfig[],
  init: Object.keys(INIT_DEFAULTS) as InitConfig[],
  optimizer: [
    ...Object.values(D),
    { ...D.momentum, dampening: 0.3, weightDecay: 0.01, decayBiases: false },
    { ...D.adagrad, initialAccumulator: 0.1, learningRateDecay: 0.1 },
    { ...D.rmsprop, centered: true },
    { ...D.rmsprop, centered: true, momentum: 0.5, weightDecay: 0.01 },
    { ...D.adam, amsgrad: true, weightDecay: 0.01 },
    { ...D.adamw, amsgrad: true, decayBiases: false },
  ] satisfies OptimizerConfig[] as OptimizerConfig[],
};

/** Enough to name every member of every family twice. */
const GROUPS = Math.max(...Object.values(FAMILIES).map((family) => 2 * family.length));

export function digestMatrix(): Group[] {
  return Array.from({ length: GROUPS }, (_, index) => group(index));
}

/** Shapes do not depend on the families: one that grows changes what it names, and its targets. */
function group(index: number): Group {
  const draw = new Draw(index);
  const loss = member(FAMILIES.loss, index);
  const inputs = draw.whole(1, 23);
  const outputs = draw.whole(1, 5);
  // Every fifth group has more rows than one evaluation block.
  const rows = index % 5 === 4 ? 261 + draw.whole(0, 40) : draw.whole(21, 90);
  const samples = (count: number) => draw.samples(count, inputs, outputs, loss);
  const { networks, training, validationFraction = 0, images } = member(DISTURBANCES, index);
  return {
    hidden: draw.networks(),
    seed: draw.whole(0, 2 ** 31),
    networks: {
      activation: member(FAMILIES.activation, index),
      init: member(FAMILIES.init, index),
      // A probability at the output where the loss takes numbers.
      ...(loss === 'l1' && { output: { activation: 'softmax' } }),
      ...networks,
    },
    data: {
      train: samples(rows),
      test: samples(draw.whole(5, 40)),
      validationFraction,
      ...(images && { image: { height: 1, width: inputs, channels: 1 } }),
    },
    training: {
      epochs: 3,
      batchSize: draw.oddBatch(rows - Math.ceil(rows * validationFraction)),
      shuffle: index % 2 === 1,
      loss,
      optimizer: member(FAMILIES.optimizer, index),
      ...training,
    },
  };
}

/** Goes round the family, one further each round: families of equal size do not march in step. */
function member<T>(family: readonly T[], index: number): T {
  return family[(index + Math.floor(index / family.length)) % family.length];
}

/** Numbers that are the same on every engine. */
class Draw {
  readonly #stream: Stream;
  #element = 0;

  constructor(index: number) {
    this.#stream = new Stream({ seed: SEED, purpose: PURPOSE.trainInputs, step: index });
  }

  whole(from: number, to: number): number {
    return from + Math.floor(this.#stream.uniform32(this.#element++) * (to - from + 1));
  }

  /** No multiple of 4, and the last batch is a short one. */
  oddBatch(rows: number): number {
    for (;;) {
      const size = this.whole(2, Math.min(rows, 75));
      if (size % 4 !== 0 && rows % size !== 0) return size;
    }
  }

  networks(): number[][] {
    const found = new Map<string, number[]>();
    while (found.size < NETWORKS) {
      const depth = this.whole(0, MAX_DEPTH);
      const widths = Array.from({ length: depth }, () => this.whole(1, MAX_WIDTH));
      found.set(widths.join('-'), widths);
    }
    return [...found.values()];
  }

  /** Targets are labels, one-hot (or 0, 1) for the losses of logits, any numbers otherwise. */
  samples(count: number, inputs: number, outputs: number, loss: LossConfig): Samples {
    const rows = <T>(row: (index: number) => T) => Array.from({ length: count }, (_, i) => row(i));
    const number = () => this.#stream.uniform32(this.#element++) * 4 - 2;
    const numbers = (length: number) => Array.from({ length }, number);
    const choice = (index: number) => (index < CLASSES ? index : this.whole(0, CLASSES - 1));
    const targets = (index: number) => {
      if (loss === 'softmax-cross-entropy') return [choice(index)];
      if (!ONE_HOT.has(nameOf(loss))) return numbers(outputs);
      const columns = loss === 'binary-cross-entropy' ? Math.max(2, outputs) : outputs;
      const hot = choice(index) % columns;
      return Array.from({ length: outputs }, (_, i) => (hot === i ? 1 : 0));
    };
    return { x: rows(() => numbers(inputs)), y: rows(targets) };
  }
}
