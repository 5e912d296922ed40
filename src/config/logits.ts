import { type LossConfig, nameOf } from './types.js';

/** Whether the outputs are logits, of which the loss itself takes the softmax or sigmoid. */
export function takesLogits(loss: LossConfig): boolean {
  return ['softmax-cross-entropy', 'binary-cross-entropy', 'kl-divergence'].includes(nameOf(loss));
}
