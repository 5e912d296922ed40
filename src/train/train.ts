import type { Outcome } from '../memory/outcome.js';
import type { SlabLayout } from '../memory/slab.js';
import { PENALTY_VALUE, POINT_VALUES, SET_VALUES, SETS } from '../plan/metrics.js';
import { countConfusion } from './confusion.js';
import { createEpoch } from './epoch.js';
import { createEvaluator, remembered } from './evaluate.js';
import { initialise } from './initialise.js';
import { memberSlabs, type TrainingJob } from './job.js';
import { type InitialParameters, writeParameters } from './parameters.js';
import type { Seat } from './partition.js';
import { penaltyOf } from './penalty.js';
import { createRates } from './rates.js';
import { createSolver } from './solve.js';
import { createStopper } from './stopper.js';
import { createWatch } from './watch.js';

export interface TrainingHooks {
  /** Loss and metrics of every set after `epoch` (see plan/metrics.ts), in an array that is written
   * again at the next point; `point` counts from 0. */
  record(point: number, epoch: number, values: Float64Array): void;
  /** Asked every fraction of a millisecond; false interrupts the training. */
  poll(): boolean;
  /** Where the end is written down. Of a team, the leader's alone. */
  outcome?: Outcome;
}

/** `lost`: another member of the team is gone. */
export type TrainingEnd = 'done' | 'diverged' | 'interrupted' | 'lost';

/** Draws the initial parameters from the seed and trains. */
export function trainTrial(job: TrainingJob, hooks: TrainingHooks): TrainingEnd {
  initialise(job);
  return finish(course(job, job.slab, hooks));
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

/**
 * As trainTrial, one epoch at a time: whoever runs it may do something else in between.
 *
 * @param initial parameters to start from, in place of drawn ones.
 */
export function* trainInSteps(
  job: TrainingJob,
  hooks: TrainingHooks,
  initial?: InitialParameters,
): Course {
  initialise(job);
  if (initial) writeParameters(job.memory, job.slab, initial);
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
  { record, poll, outcome }: TrainingHooks,
  seat?: Seat,
): Course {
  const { data, trial, variant } = job;
  const rates = createRates(variant.training);
  const trainEpoch =
    variant.training.method === 'least-squares' ? createSolver(job) : createEpoch(job, seat);
  const stopper = createStopper(job, seat);
  let going = true;
  const polled = () => {
    going = poll();
    return going;
  };
  let changes = 0;
  const evaluators = SETS.map((set) =>
    remembered(createEvaluator(job, evaluation, set, polled, seat), () => changes),
  );
  const watch = createWatch(evaluators, data.validation.rows > 0, rates, stopper);
  const values = new Float64Array(POINT_VALUES);
  const measure = (): boolean => {
    values[PENALTY_VALUE] = penaltyOf(job);
    return evaluators.every((evaluate, i) => {
      const measured = evaluate();
      if (measured) values.set(measured, SET_VALUES * i);
      return measured !== undefined;
    });
  };
  const broken = () => (going ? 'lost' : 'interrupted');
  let end: TrainingEnd = 'done';
  let stopped = false;
  let point = 0;
  let epoch = 0;
  const last = trial.evaluate[trial.evaluate.length - 1];
  for (;;) {
    if (epoch === trial.evaluate[point] || stopped) {
      if (!measure()) return broken();
      if (epoch === trial.evaluate[point]) record(point++, epoch, values);
      if (!SETS.every((set, i) => rowless(data[set]) || Number.isFinite(values[SET_VALUES * i]))) {
        end = 'diverged';
        break;
      }
    }
    if (stopped || epoch === last) break;
    if (!trainEpoch(epoch, rates.of(epoch), polled)) return broken();
    epoch++;
    changes++;
    yield;
    const enough = watch(epoch);
    if (enough === undefined) return broken();
    stopped = enough;
  }
  const kept = stopper?.best || epoch;
  if (kept !== epoch) {
    stopper?.restore();
    changes++;
    if (seat && !seat.barrier()) return 'lost';
    if (!measure()) return broken();
  }
  outcome?.values.set(values);
  outcome?.end(kept, epoch);
  if (end === 'done' && outcome && outcome.classes > 0) {
    countConfusion(job, evaluation, outcome, poll);
  }
  return end;
}

function rowless({ rows }: { rows: number }): boolean {
  return rows === 0;
}
