/**
 * The trainer without Node, for pages and workers.
 *
 * @module lanewise/train
 */
export { InputError, type Problem } from '../config/problem.js';
export type * from '../config/types.js';
export { computeGradients, type Gradients, type GradientsInput } from '../embed/gradients.js';
export { modelRecord } from '../embed/model-record.js';
export { trainNetwork } from '../embed/train-network.js';
export type {
  CurvePoint,
  InitialParameters,
  TrainedNetwork,
  TrainingInput,
} from '../embed/types.js';
export type * from '../model/record.js';
