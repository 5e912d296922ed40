import fc from 'fast-check';
import { MAX_WIDTH } from '../../src/config/schema/networks.js';
import type {
  ActivationConfig,
  HiddenLayerConfig,
  InitConfig,
  NetworksConfig,
  OptimizerConfig,
  TrainingConfig,
} from '../../src/config/types.js';

const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }).map((x) => x + 0);
const share = fc.double({ min: 1e-9, max: 1, noNaN: true });
const fromZero = fc.double({ min: 0, max: 1e300, noNaN: true }).map((x) => x + 0);
const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
const epsilon = fc.double({ min: 1e-30, max: 1e30, noNaN: true });
const epochs = fc.integer({ min: 1, max: 1e7 });

function named<N extends string, P extends object>(name: N, parameters: fc.Arbitrary<P>) {
  return parameters.map((own) => ({ name, ...own }));
}

const plainActivation = fc.constantFrom(
  ...(['linear', 'relu', 'sigmoid', 'tanh', 'gelu', 'gelu-tanh', 'silu', 'softplus'] as const),
);
const activation: fc.Arbitrary<ActivationConfig> = fc.oneof(
  plainActivation,
  named('leaky-relu', fc.record({ slope: unit })),
  named('elu', fc.record({ alpha: positive })),
);
const init: fc.Arbitrary<InitConfig> = fc.oneof(
  fc.constantFrom(
    ...(['torch', 'glorot-uniform', 'glorot-normal', 'he-uniform', 'he-normal', 'zeros'] as const),
  ),
  named('uniform', fc.record({ bound: fromZero })),
  named('normal', fc.record({ deviation: fromZero })),
);
const units = fc.integer({ min: 1, max: MAX_WIDTH });
const layer: fc.Arbitrary<number | HiddenLayerConfig> = fc.oneof(
  units,
  fc
    .tuple(
      units,
      fc.record(
        { activation, init, dropout: unit, bias: fc.boolean(), frozen: fc.boolean() },
        { requiredKeys: [] },
      ),
    )
    .filter(([, settings]) => Object.keys(settings).length > 0)
    .map(([width, settings]) => ({ units: width, ...settings })),
);

export const anyNetworks: fc.Arbitrary<NetworksConfig> = fc.record({
  hidden: fc.uniqueArray(fc.array(layer, { maxLength: 3 }), {
    minLength: 1,
    maxLength: 6,
    selector: (layers) => JSON.stringify(layers),
  }),
  activation,
  init,
  dropout: unit,
  bias: fc.boolean(),
  output: fc.record(
    { activation: fc.constant('linear' as const), bias: fc.boolean(), frozen: fc.boolean(), init },
    { requiredKeys: ['activation', 'bias', 'frozen'] },
  ),
});

const stepping = { learningRate: positive, weightDecay: fromZero, decayBiases: fc.boolean() };
const adam = { ...stepping, beta1: unit, beta2: unit, epsilon, amsgrad: fc.boolean() };
const optimizer: fc.Arbitrary<OptimizerConfig> = fc.oneof(
  named('sgd', fc.record(stepping)),
  named('momentum', fc.record({ ...stepping, momentum: unit, dampening: unit })),
  named('nesterov', fc.record({ ...stepping, momentum: unit })),
  named(
    'adagrad',
    fc.record({ ...stepping, epsilon, learningRateDecay: fromZero, initialAccumulator: fromZero }),
  ),
  named('adadelta', fc.record({ ...stepping, rho: unit, epsilon })),
  named(
    'rmsprop',
    fc.record({ ...stepping, alpha: unit, epsilon, momentum: unit, centered: fc.boolean() }),
  ),
  named('adam', fc.record(adam)),
  named('adamw', fc.record(adam)),
);

/** With losses over numbers: which others fit depends on the data. */
export const anyTraining: fc.Arbitrary<TrainingConfig> = fc.record({
  epochs: fc.constant(1e7),
  batchSize: fc.integer({ min: 1, max: 1000 }),
  shuffle: fc.boolean(),
  loss: fc.oneof(
    fc.constantFrom('mse' as const, 'half-sse' as const, 'l1' as const),
    named('huber', fc.record({ delta: positive })),
    named('smooth-l1', fc.record({ beta: positive })),
  ),
  optimizer,
  schedule: fc.oneof(
    fc.constant('constant' as const),
    named('step', fc.record({ every: epochs, factor: share })),
    named('exponential', fc.record({ factor: share })),
    named('cosine', fc.record({ minimum: fc.constant(0) })),
    named('plateau', fc.record({ factor: share, patience: epochs, minDelta: fromZero })),
  ),
  warmup: fc.integer({ min: 0, max: 1e7 }),
  penalty: fc.record({ l1: fromZero, l2: fromZero }),
  clip: fc.oneof(
    fc.constant('none' as const),
    named('norm', fc.record({ limit: positive })),
    named('value', fc.record({ limit: positive })),
  ),
  earlyStopping: fc.oneof(
    fc.constant('none' as const),
    fc.record({
      patience: epochs,
      minDelta: fromZero,
      monitor: fc.constantFrom('validation' as const, 'train' as const),
    }),
  ),
  augmentation: fc.record({
    noise: fromZero,
    flip: fc.constantFrom(...(['none', 'horizontal', 'vertical', 'both'] as const)),
    shift: fc.integer({ min: 0, max: 10_000 }),
    rotation: fc.double({ min: 0, max: 180, noNaN: true }).map((x) => x + 0),
  }),
});
