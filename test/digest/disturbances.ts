import type { NetworksSettings, TrainingSettings } from '../../src/config/types.js';

/** What a group of the digest has beside its families. */
interface Disturbance {
  networks?: Omit<NetworksSettings, 'hidden'>;
  training?: TrainingSettings;
  validationFraction?: number;
  /** Whether rows are images, one pixel high. */
  images?: true;
}

/** Everything that changes a course of training, in turns; the first changes nothing. */
export const DISTURBANCES: readonly Disturbance[] = [
  {},
  { networks: { dropout: 0.25 }, training: { schedule: { name: 'cosine', minimum: 0.001 } } },
  { training: { augmentation: { noise: 0.1 }, schedule: { name: 'exponential', factor: 0.7 } } },
  { training: { clip: { name: 'norm', limit: 0.5 }, penalty: { l1: 0.001, l2: 0.01 } } },
  {
    training: { clip: { name: 'value', limit: 0.05 }, warmup: 2 },
    networks: { bias: false },
  },
  {
    validationFraction: 0.2,
    training: {
      epochs: 8,
      earlyStopping: { patience: 1, minDelta: 0.001 },
      schedule: { name: 'step', every: 2, factor: 0.5 },
    },
  },
  {
    validationFraction: 0.1,
    training: {
      epochs: 5,
      schedule: { name: 'plateau', factor: 0.2, patience: 1, minDelta: 0.1 },
    },
  },
  {
    images: true,
    networks: { output: { bias: false } },
    training: { augmentation: { flip: 'both', shift: 2, rotation: 25 } },
  },
];
