/** The optimizers of PyTorch, one parameter at a time, in float64. */
import type { OptimizerConfig } from '../../../src/config/types.js';

/** What a parameter remembers; every optimizer takes the letters of its formula. */
type Memory = Record<string, number>;

/** A parameter's optimizer: its new value from the old one, the gradient, and the learning rate. */
export type Stepper = (p: number, g: number, rate: number) => number;

export function createStepper(optimizer: OptimizerConfig, isBias: boolean): Stepper {
  const { name, weightDecay, decayBiases } = optimizer;
  const decay = isBias && !decayBiases ? 0 : weightDecay;
  const s: Memory = {};
  let t = 0;
  return (p, g, rate) => {
    t++;
    if (name === 'adamw') return p * (1 - rate * decay) - step(optimizer, g, rate, s, t);
    return p - step(optimizer, g + decay * p, rate, s, t);
  };
}

/** What is taken off the parameter at update t, from 1. */
function step(o: OptimizerConfig, g: number, rate: number, s: Memory, t: number): number {
  switch (o.name) {
    case 'sgd':
      return rate * g;
    case 'momentum':
      s.b = t === 1 ? g : o.momentum * s.b + (1 - o.dampening) * g;
      return rate * s.b;
    case 'nesterov':
      s.b = t === 1 ? g : o.momentum * s.b + g;
      return rate * (g + o.momentum * s.b);
    case 'adagrad':
      s.v = (s.v ?? o.initialAccumulator) + g * g;
      return ((rate / (1 + (t - 1) * o.learningRateDecay)) * g) / (Math.sqrt(s.v) + o.epsilon);
    case 'adadelta': {
      s.v = mean(o.rho, s.v, g * g);
      const u = (Math.sqrt((s.d ?? 0) + o.epsilon) / Math.sqrt(s.v + o.epsilon)) * g;
      s.d = mean(o.rho, s.d, u * u);
      return rate * u;
    }
    case 'rmsprop': {
      s.v = mean(o.alpha, s.v, g * g);
      s.c = o.centered ? mean(o.alpha, s.c, g) : 0;
      s.b = o.momentum * (s.b ?? 0) + g / (Math.sqrt(s.v - s.c * s.c) + o.epsilon);
      return rate * s.b;
    }
    case 'adam':
    case 'adamw': {
      s.m = mean(o.beta1, s.m, g);
      s.v = mean(o.beta2, s.v, g * g);
      s.w = o.amsgrad ? Math.max(s.w ?? 0, s.v) : s.v;
      const root = Math.sqrt(s.w / (1 - o.beta2 ** t));
      return (rate * (s.m / (1 - o.beta1 ** t))) / (root + o.epsilon);
    }
  }
}

function mean(share: number, old: number | undefined, value: number): number {
  return share * (old ?? 0) + (1 - share) * value;
}
