import type { EvaluateConfig } from '../config/types.js';
import { exp } from '../math/exp.js';
import { log } from '../math/log.js';

/**
 * The epochs after which the losses are evaluated, ascending; 0 (before training) and the last
 * epoch always. `points` spreads about that many logarithmically over 1 … epochs (fewer where two
 * fall on one epoch).
 */
export function evaluationEpochs(evaluate: EvaluateConfig, epochs: number): number[] {
  const chosen = new Set([0, epochs]);
  if ('every' in evaluate) {
    for (let epoch = 0; epoch <= epochs; epoch += evaluate.every) chosen.add(epoch);
  } else {
    const last = evaluate.points - 1;
    for (let i = 0; i < last; i++) {
      chosen.add(Math.round(exp((log(epochs) * i) / Math.max(1, last - 1))));
    }
  }
  return [...chosen].sort((a, b) => a - b);
}
