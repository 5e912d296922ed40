import { recordOf } from '../model/describe.js';
import type { ModelRecord } from '../model/record.js';
import { planSweep } from '../plan/plan.js';
import { describeConfig } from '../results/describe.js';
import { configHash } from '../results/hash.js';
import { resolveInput } from './input.js';
import type { CurvePoint, TrainedNetwork, TrainingInput } from './types.js';

/**
 * What `trainNetwork` returned as a model, to save it, to export it, or to ask it at once: with the
 * scale of its inputs, and with what its outputs mean.
 *
 * @param input as it was handed to `trainNetwork`, the rows unchanged.
 * @throws {InputError} as trainNetwork does.
 */
export function modelRecord(
  input: Omit<TrainingInput, 'kernels'>,
  { status, final, weights, biases }: Omit<TrainedNetwork, 'history'>,
): ModelRecord {
  const { config, dataset, shape, arraysSha256 } = resolveInput(input);
  const [{ network, training }] = planSweep(config, [{ seed: config.seed, shape }]).variants;
  const described = describeConfig(config, new Map(), arraysSha256);
  return recordOf({
    network,
    loss: training.loss,
    shape,
    scale: dataset.scale,
    weights,
    biases,
    origin: {
      config: described,
      configHash: configHash(described),
      seed: config.seed,
      status,
      ...(final && reached(final)),
    },
  });
}

/** The losses and metrics, as in results.json: null where they are not finite. */
function reached({ epoch, train, validation, test, metrics }: CurvePoint) {
  const loss = { train, ...(validation !== undefined && { validation }), test };
  const values = { epoch: { kept: epoch }, final: { loss, ...metrics } };
  return JSON.parse(JSON.stringify(values)) as Record<string, unknown>;
}
