/**
 * The programmatic entry: sweeps over data in memory, in this process, without files.
 *
 * @module lanewise
 */
export type { Problem } from './config/problem.js';
export { InputError } from './config/problem.js';
export { resolveConfig } from './config/resolve.js';
export type * from './config/types.js';
export type { KeptModel } from './curves/models.js';
export type {
  ActiveRun,
  PlannedTrial,
  SweepEvent,
  SweepInput,
  SweepOptions,
  SweepOutcome,
  SweepPlan,
  SweepRun,
} from './events.js';
export { serialiseInspection } from './inspect/serialise.js';
export type * from './inspect/types.js';
export type * from './model/record.js';
export type { PlanDescription } from './plan/describe.js';
export type { Keep } from './plan/keep.js';
export type { SetName } from './plan/metrics.js';
export type { Stopped } from './pool/stop.js';
export { learningRateRange, type RateTrial } from './rate-range.js';
export type { Manifest, ManifestTrial, ManifestWritten } from './results/manifest.js';
export type { RatePoint, RateRange } from './results/rate-range.js';
export type * from './results/schema.js';
export { serialiseResults } from './results/serialise.js';
export { describePlan, sweep } from './sweep.js';
export { judge, judgeAll } from './verdict/judge.js';
export type { SizeSweep, Verdict, VerdictCode } from './verdict/types.js';
export { VERSION } from './version.js';
