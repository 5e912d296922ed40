import { Outcome } from '../memory/outcome.js';
import { confusedClasses, metricsOf, PENALTY_VALUE, SET_VALUES, SETS } from '../plan/metrics.js';
import type { TrainingJob } from '../train/job.js';
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
  const outcome = createOutcome(job);
  const hooks: TrainingHooks = {
    record(_, epoch, values) {
      const point = toPoint(job, epoch, values);
      history.push(point);
      onEpoch?.(point);
    },
    poll: () => !signal?.aborted,
    outcome,
  };
  const course = trainInSteps(job, hooks, input.initial);
  const breather = new Breather();
  let step = course.next();
  while (!step.done) {
    if (breather.due) await breather.pause();
    step = course.next();
  }
  // Nobody else trains here, so that nobody can be lost.
  const status = step.value === 'lost' ? 'interrupted' : step.value;
  const ended = status !== 'interrupted';
  return {
    status,
    history,
    ...(ended && { final: toPoint(job, outcome.kept, outcome.values) }),
    ...(status === 'done' && outcome.classes > 0 && { confusion: outcome.matrix() }),
    ...readParameters(job.memory, job.slab),
  };
}

/** In a memory of its own: nobody else reads it. */
function createOutcome({ variant, shape }: TrainingJob): Outcome {
  const classes = confusedClasses(variant.training.loss, shape);
  const pages = Math.ceil(Outcome.bytes(classes) / 65536);
  return new Outcome(new WebAssembly.Memory({ initial: pages }), 0, classes);
}

/** A record of the trainer in the words of this entry. */
export function toPoint(
  { variant, shape }: TrainingJob,
  epoch: number,
  values: Float64Array,
): CurvePoint {
  const of = (v: number) => {
    const [train, validation, test] = SETS.map((_, set) => values[SET_VALUES * set + v]);
    return { train, ...(shape.validationRows > 0 && { validation }), test };
  };
  const names = metricsOf(variant.training.loss, shape);
  const metrics = Object.fromEntries(names.map((name, i) => [name, of(i + 1)]));
  const { l1, l2 } = variant.training.penalty;
  const penalty = l1 > 0 || l2 > 0 ? { penalty: values[PENALTY_VALUE] } : {};
  return { epoch, ...of(0), ...penalty, metrics };
}
