/** The losses of a batch, in float64, and their gradients at its outputs. */
import type { LossConfig } from '../../../src/config/types.js';
import { softmax } from './activations.js';

type Rows = number[][];

export function lossOf(loss: LossConfig, o: Rows, y: Rows): number {
  const sum = o.reduce((total, row, s) => total + ofSample(loss, row, y[s]), 0);
  return sum * scaleOf(loss, o);
}

export function gradientOf(loss: LossConfig, o: Rows, y: Rows): Rows {
  const scale = scaleOf(loss, o);
  return o.map((row, s) => slopes(loss, row, y[s]).map((d) => d * scale));
}

/** Mean over samples and outputs, over samples, or none. */
function scaleOf(loss: LossConfig, o: Rows): number {
  if (loss === 'half-sse') return 1;
  const perSample = loss === 'softmax-cross-entropy' || loss === 'kl-divergence';
  return 1 / (perSample ? o.length : o.length * o[0].length);
}

function ofSample(loss: LossConfig, o: number[], y: number[]): number {
  if (loss === 'softmax-cross-entropy') return -Math.log(softmax(o)[y[0]]);
  return o.reduce((sum, value, i) => sum + ofOutput(loss, value, y[i], softmax(o)[i]), 0);
}

function ofOutput(loss: LossConfig, o: number, y: number, probability: number): number {
  const r = o - y;
  const size = Math.abs(r);
  if (typeof loss !== 'string') {
    if (loss.name === 'huber') {
      const { delta } = loss;
      return size <= delta ? (r * r) / 2 : delta * (size - delta / 2);
    }
    return size < loss.beta ? (r * r) / (2 * loss.beta) : size - loss.beta / 2;
  }
  switch (loss) {
    case 'mse':
      return r * r;
    case 'half-sse':
      return (r * r) / 2;
    case 'l1':
      return size;
    case 'binary-cross-entropy':
      return Math.max(o, 0) - o * y + Math.log1p(Math.exp(-Math.abs(o)));
    case 'kl-divergence':
      return y === 0 ? 0 : y * (Math.log(y) - Math.log(probability));
    default:
      throw new Error(`${loss} is no sum over outputs`);
  }
}

function slopes(loss: LossConfig, o: number[], y: number[]): number[] {
  if (loss === 'softmax-cross-entropy') return softmax(o).map((p, i) => p - Number(i === y[0]));
  const total = y.reduce((sum, value) => sum + value, 0);
  return o.map((value, i) => slope(loss, value, y[i], softmax(o)[i] * total));
}

function slope(loss: LossConfig, o: number, y: number, expected: number): number {
  const r = o - y;
  if (typeof loss !== 'string') {
    const [limit, scale] = loss.name === 'huber' ? [loss.delta, 1] : [loss.beta, loss.beta];
    return Math.max(-limit, Math.min(limit, r)) / scale;
  }
  switch (loss) {
    case 'mse':
      return 2 * r;
    case 'half-sse':
      return r;
    case 'l1':
      return Math.sign(r);
    case 'binary-cross-entropy':
      return 1 / (1 + Math.exp(-o)) - y;
    case 'kl-divergence':
      return expected - y;
    default:
      throw new Error(`${loss} is no sum over outputs`);
  }
}
