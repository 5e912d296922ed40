import { ACTIVATION_DEFAULTS, OPTIMIZER_DEFAULTS } from '../dist/config/training-defaults.js';
import { type ActivationConfig, nameOf } from '../dist/config/types.js';
import { updateFlops } from '../dist/plan/flops.js';
import type { BenchCase } from './case.js';
import { type OptimizerName, optimizerOf, type Style, trainersOf, variantOf } from './trainer.js';

/** One minibatch: gather, forward, loss, backward, update. */
interface Step {
  widths: readonly number[];
  batch: number;
  /** As the case names it, between the network and the optimizer. */
  label: string;
  style: Style;
  optimizers: readonly OptimizerName[];
}

const ALL: readonly OptimizerName[] = ['sgd', 'momentum', 'adam'];
const OTHERS = (Object.keys(OPTIMIZER_DEFAULTS) as OptimizerName[]).filter(
  (name) => !ALL.includes(name),
);
/** All that hidden layers can have and that no case above names. */
const ACTIVATIONS = Object.entries(ACTIVATION_DEFAULTS)
  .filter(([name]) => !['relu', 'sigmoid', 'softmax'].includes(name))
  .map(([name, params]) =>
    Object.keys(params).length > 0 ? { name, ...params } : name,
  ) as ActivationConfig[];
const CLASSES: Style = { loss: 'softmax-cross-entropy' };

const STEPS: readonly Step[] = [
  ...[
    [4, 2, 1],
    [4, 8, 1],
    [4, 32, 1],
    [4, 256, 1],
    [4, 16, 16, 1],
  ].map((widths) => step(widths, 100, 'relu', {}, ALL)),
  step([4, 2000, 1], 100, 'relu', {}, ['sgd']),
  ...[
    [4, 2, 1],
    [4, 32, 1],
    [4, 256, 1],
  ].map((widths) => step(widths, 100, 'sigmoid', { activation: 'sigmoid' }, ['sgd'])),
  step([4, 256, 1], 100, 'tanh', { activation: 'tanh' }, ['sgd']),
  step([784, 100, 10], 100, 'relu-softmax', CLASSES, ALL),
  ...ACTIVATIONS.map((activation) =>
    step([4, 32, 1], 100, nameOf(activation), { activation }, ['sgd']),
  ),
  step([4, 32, 1], 100, 'relu', {}, OTHERS),
  step([784, 100, 10], 100, 'relu-softmax-dropout', { ...CLASSES, dropout: 0.2 }, ['adam']),
  step([784, 1024, 1024, 10], 128, 'relu-softmax', CLASSES, ['sgd']),
];

function step(
  widths: readonly number[],
  batch: number,
  label: string,
  style: Style,
  optimizers: readonly OptimizerName[],
): Step {
  return { widths, batch, label, style, optimizers };
}

export const stepCases: BenchCase[] = STEPS.flatMap(({ widths, batch, label, style, optimizers }) =>
  optimizers.map((name) => {
    const variant = variantOf(widths, batch, optimizerOf(name), style);
    return {
      name: `step/${variant.network.id}/${label}/${name}`,
      flops: updateFlops(variant.network, batch),
      prepare: async (backend) => {
        const [train] = await trainersOf(backend, [variant], batch);
        return train;
      },
    };
  }),
);
