import { NETWORKS_DEFAULTS, TRAINING_DEFAULTS } from '../src/config/training-defaults.js';
import type { HiddenLayerConfig, NetworksConfig, OutputLayerConfig } from '../src/config/types.js';
import { buildNetwork } from '../src/plan/network.js';
import type { Variant, VariantTraining } from '../src/plan/trial.js';

/** What a network says beside its widths; the defaults are those of a sweep. */
export interface Style extends Partial<Omit<NetworksConfig, 'hidden' | 'output'>> {
  output?: Partial<OutputLayerConfig>;
}

export function networkOf(
  inputs: number,
  hidden: readonly (number | HiddenLayerConfig)[],
  outputs: number,
  { output, ...style }: Style = {},
) {
  const { hidden: _, ...defaults } = NETWORKS_DEFAULTS;
  const last = { ...defaults.output, ...output };
  return buildNetwork(inputs, hidden, outputs, { ...defaults, ...style, output: last });
}

/** A network under plain SGD, unless told otherwise. */
export function variantOf(
  network: Variant['network'],
  training: Partial<VariantTraining> = {},
): Variant {
  const sgd = { name: 'sgd', learningRate: 0.05, weightDecay: 0, decayBiases: true } as const;
  return {
    id: network.id,
    network,
    hyper: {},
    training: { ...TRAINING_DEFAULTS, epochs: 3, batchSize: 10, optimizer: sgd, ...training },
  };
}
