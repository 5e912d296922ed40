import { readParameters } from '../train/parameters.js';
import { type TrainingHooks, trainInSteps } from '../train/train.js';
import { createJob } from './job.js';
import { Breather } from './pause.js';
import type { CurvePoint, TrainedNetwork, TrainingInput } from './types.js';

/**
 * Trains one network in this thread, with the bits that a sweep gives for the same network, data
 * and seed. The event loop gets a turn between epochs, so that a page stays alive and the signal is
 * heard; for epochs longer than a frame, call it in a worker.
 *
 * @throws {InputError} with everything that is wrong with the input.
 * @throws {RangeError} when the training needs more memory than `maximumBytes`, or than there is.
 */
export async function trainNetwork(input: TrainingInput): Promise<TrainedNetwork> {
  const job = createJob(input);
  const history: CurvePoint[] = [];
  const { signal, onEpoch } = input;
  const hooks: TrainingHooks = {
    record(_, epoch, train, test) {
      const point = { epoch, train, test };
      history.push(point);
      onEpoch?.(point);
    },
    poll: () => !signal?.aborted,
  };
  const course = trainInSteps(job, hooks);
  const breather = new Breather();
  let step = course.next();
  while (!step.done) {
    if (breather.due) await breather.pause();
    step = course.next();
  }
  // Nobody else trains here, so that nobody can be lost.
  const status = step.value === 'lost' ? 'interrupted' : step.value;
  return { status, history, ...readParameters(job.memory, job.slab) };
}
