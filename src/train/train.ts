import type { SlabLayout } from '../memory/slab.js';
import { createEpoch } from './epoch.js';
import { createEvaluator } from './evaluate.js';
import { initialise } from './initialise.js';
import { memberSlabs, type TrainingJob } from './job.js';
import type { Seat } from './partition.js';

export interface TrainingHooks {
  /** The losses over the whole training and test set after `epoch`; `point` counts from 0. */
  record(point: number, epoch: number, train: number, test: number): void;
  /** Asked every fraction of a millisecond; false interrupts the training. */
  poll(): boolean;
}

/** `lost`: another member of the team is gone. */
export type TrainingEnd = 'done' | 'diverged' | 'interrupted' | 'lost';

/** Draws the initial parameters from the seed and trains. */
export function trainTrial(job: TrainingJob, hooks: TrainingHooks): TrainingEnd {
  initialise(job);
  return trainFrom(job, hooks);
}

/**
 * Trains as one member of a team: every member calls it with the same job and its own seat, slab
 * and hooks.
 *
 * @param own the slab of this member; the job's slab is the leader's.
 */
export function trainAsMember(
  job: TrainingJob,
  hooks: TrainingHooks,
  seat: Seat,
  own: SlabLayout,
): TrainingEnd {
  initialise(job, seat);
  if (!seat.barrier()) return 'lost';
  const { training, evaluation } = memberSlabs(job.slab, own);
  return finish(course({ ...job, slab: training }, evaluation, hooks, seat));
}

/** Trains from the parameters that lie in the slab. */
export function trainFrom(job: TrainingJob, hooks: TrainingHooks): TrainingEnd {
  return finish(course(job, job.slab, hooks));
}

/** As trainTrial, one epoch at a time: whoever runs it may do something else in between. */
export function* trainInSteps(job: TrainingJob, hooks: TrainingHooks): Course {
  initialise(job);
  return yield* course(job, job.slab, hooks);
}

/** A training that pauses after every epoch. */
export type Course = Generator<void, TrainingEnd, void>;

function finish(steps: Course): TrainingEnd {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Epochs and evaluations in turn. A loss that is not finite ends the training: the point is
 * recorded, nothing after it. Members of a team see the same losses and end together.
 */
function* course(
  job: TrainingJob,
  evaluation: SlabLayout,
  { record, poll }: TrainingHooks,
  seat?: Seat,
): Course {
  const { data, trial, slab } = job;
  const trainEpoch = createEpoch(job, seat);
  const trainLoss = createEvaluator(job, evaluation, data.train, slab.trainSums, seat);
  const testLoss = createEvaluator(job, evaluation, data.test, slab.testSums, seat);
  let going = true;
  const polled = () => {
    going = poll();
    return going;
  };
  let epoch = 0;
  for (let point = 0; point < trial.evaluate.length; point++) {
    for (; epoch < trial.evaluate[point]; epoch++) {
      if (!trainEpoch(epoch, polled)) return going ? 'lost' : 'interrupted';
      yield;
    }
    const train = trainLoss();
    const test = testLoss();
    if (train === undefined || test === undefined) return 'lost';
    record(point, epoch, train, test);
    const finite = Number.isFinite(train) && (Number.isFinite(test) || data.test.rows === 0);
    if (!finite) return 'diverged';
  }
  return 'done';
}
