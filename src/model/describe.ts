import { takesLogits } from '../config/logits.js';
import { type LossConfig, nameOf } from '../config/types.js';
import type { Scale } from '../data/dataset.js';
import { countingOf, thresholdOf } from '../plan/metrics.js';
import type { Network } from '../plan/network.js';
import type { DatasetShape } from '../plan/trial.js';
import type { ModelAnswer, ModelNetwork, ModelRecord, OutputScale } from './record.js';

/** A network after its training, in the words of the trainer. */
export interface Trained extends Pick<ModelRecord, 'weights' | 'biases' | 'origin'> {
  network: Network;
  loss: LossConfig;
  shape: Pick<DatasetShape, 'encoding' | 'image'>;
  /** What the training rows went through. */
  scale?: Scale | undefined;
  /** What the classes are called; left out where the network does not answer with them. */
  classNames?: readonly string[] | undefined;
}

/** The record of a trained network: what it needs to be used, without how it was trained. */
export function recordOf(trained: Trained): ModelRecord {
  const { scale, shape, weights, biases, origin } = trained;
  return {
    network: describeNetwork(trained.network),
    weights,
    biases,
    ...(scale && { scale: { shift: Array.from(scale.shift), unit: Array.from(scale.unit) } }),
    answer: answerOf(trained),
    ...(shape.image && { image: shape.image }),
    origin,
  };
}

function describeNetwork({ inputs, layers }: Network): ModelNetwork {
  return {
    inputs,
    layers: layers.map(({ units, activation, params, bias }) => ({
      units,
      activation,
      params,
      bias,
    })),
  };
}

/** What the outputs mean follows from how right answers were counted: see plan/metrics.ts. */
function answerOf({ network, loss, shape, classNames }: Trained): ModelAnswer {
  const counting = countingOf(loss, shape);
  if (counting === 'none') return { kind: 'numbers' };
  const { units } = network.layers[network.layers.length - 1];
  const isBinary = counting === 'threshold';
  const named = isBinary ? units === 1 && classNames?.length === 2 : classNames?.length === units;
  const names = named && classNames ? { classNames } : {};
  return isBinary
    ? {
        kind: 'binary',
        threshold: thresholdOf(loss),
        ...names,
        outputs: outputScale(network, loss, 'sigmoid'),
      }
    : {
        kind: 'classes',
        classes: units,
        ...names,
        outputs: outputScale(network, loss, 'softmax'),
      };
}

/**
 * A sigmoid for each class, which is what binary cross-entropy over one-hot columns trains, makes no
 * distribution over them: those are scores.
 *
 * @param squashes the activation whose outputs are probabilities of such an answer.
 */
function outputScale(
  { layers }: Network,
  loss: LossConfig,
  squashes: 'sigmoid' | 'softmax',
): OutputScale {
  if (takesLogits(loss)) {
    const own = nameOf(loss) === 'binary-cross-entropy' ? 'sigmoid' : 'softmax';
    return own === squashes ? 'logits' : 'scores';
  }
  return layers[layers.length - 1].activation === squashes ? 'probabilities' : 'scores';
}
