/** What changes between two runs of the same list. */
export interface StepState {
  /** Byte offset of the uint32 row numbers of this batch. */
  rows: number;
  /** Number of the update, from 0 once the first has begun: what random words depend on. */
  update: number;
  learningRate: number;
  /** Adam: learningRate / (1 − beta1ᵗ) and 1 / √(1 − beta2ᵗ). */
  stepSize: number;
  rootScale: number;
  /** What gradients are multiplied by: to limit their norm, and 1 − dampening of momentum. */
  clip: number;
  dampen: number;
  /** What parameters are multiplied by under decoupled weight decay: 1 − learningRate · decay. */
  shrink: number;
}

export function createStepState(): StepState {
  return {
    rows: 0,
    update: -1,
    learningRate: 0,
    stepSize: 0,
    rootScale: 0,
    clip: 1,
    dampen: 1,
    shrink: 1,
  };
}
