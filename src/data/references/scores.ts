import { type LossConfig, nameOf } from '../../config/types.js';
import { log } from '../../math/log.js';

/** A loss, as it measures predictions that no network makes: numbers, or probabilities where the
 * loss takes logits from a network. */
export interface Score {
  cost(prediction: number, target: number): number;
  /** What the costs of all samples and outputs are divided by. */
  divisor(outputs: number, samples: number): number;
}

const perElement = (outputs: number, samples: number) => outputs * samples;
const perSample = (_outputs: number, samples: number) => samples;

/** Every loss but that over labels; definitions as in train/loss.ts. */
export function scoreOf(loss: LossConfig): Score {
  const name = nameOf(loss);
  const divisor = name === 'half-sse' ? () => 1 : name === 'kl-divergence' ? perSample : perElement;
  return { cost: costOf(loss), divisor };
}

function costOf(loss: LossConfig): Score['cost'] {
  if (typeof loss !== 'string') {
    const [limit, divisor] = loss.name === 'huber' ? [loss.delta, 1] : [loss.beta, loss.beta];
    return (o, y) => huber(o - y, limit) / divisor;
  }
  switch (loss) {
    case 'half-sse':
      return (o, y) => ((o - y) * (o - y)) / 2;
    case 'l1':
      return (o, y) => Math.abs(o - y);
    case 'binary-cross-entropy':
      return (o, y) => -(times(y, o) + times(1 - y, 1 - o));
    case 'kl-divergence':
      return (o, y) => times(y, y) - times(y, o);
    default:
      return (o, y) => (o - y) * (o - y);
  }
}

function huber(error: number, limit: number): number {
  const size = Math.abs(error);
  return size <= limit ? (size * size) / 2 : limit * (size - limit / 2);
}

/** y · log p, 0 for y = 0 whatever p. */
function times(y: number, p: number): number {
  return y === 0 ? 0 : y * log(p);
}
