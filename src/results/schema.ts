import type { MetricName } from '../plan/metrics.js';
import type { BiasVariance } from '../stats/bias-variance.js';
import type { Spread } from '../stats/spread.js';
import type { Verdict } from '../verdict/types.js';

export type { BiasVariance, MetricName, Spread };

/** The shape of results.json (`lanewise/results@1`): byte-identical on any machine. */
export interface Results {
  schema: 'lanewise/results@1';
  name: string;
  /** First 8 hex digits of the SHA-256 of the canonical JSON of `config`. */
  configHash: string;
  /** The resolved config; file inputs as `{name, sha256}` of their content. */
  config: Record<string, unknown>;
  datasets: DatasetRecord[];
  networks: NetworkRecord[];
  variants: VariantRecord[];
  /** Ordered by variant, then seed, then fold. */
  runs: RunRecord[];
  /** One per variant, in the order of `variants`. */
  aggregate: AggregateRecord[];
  observations: Observation[];
}

/** One draw, one split or one fold of the data. */
export interface DatasetRecord {
  id: string;
  kind: string;
  seed: number;
  trainRows: number;
  validationRows: number;
  testRows: number;
  inputs: number;
  outputs: number;
  /** In a cross-validation, from 0. */
  fold?: number;
  /** What the classes are called, in the order of their numbers. */
  classNames?: readonly string[];
  /** Of the float32 little-endian rows: x and y of the training, validation and test rows. */
  sha256: string;
}

/** A network, whatever it is trained with. */
export interface NetworkRecord {
  /** Layer widths, inputs first: `4-2-1`. */
  id: string;
  layers: { units: number; activation: string; bias: boolean }[];
  /** Weights and biases. */
  params: number;
}

/** A network with the hyper-parameters it is trained with. */
export interface VariantRecord {
  id: string;
  /** Id of a network. */
  network: string;
  /** The hyper-parameters in which variants of this sweep differ; {} when only networks do. */
  hyper: Record<string, number | string | boolean>;
}

/** `diverged`: a loss was not finite; `failed`: it could not be trained, see `reason`;
 * `interrupted`: by a signal or a time limit. */
export type RunStatus = 'done' | 'diverged' | 'failed' | 'interrupted';

/** One training: a variant on one seed and, in a cross-validation, one fold. */
export interface RunRecord {
  variant: string;
  seed: number;
  /** In a cross-validation, from 0. */
  fold?: number;
  /** Id of a dataset. */
  dataset: string;
  status: RunStatus;
  reason?: string;
  /** Losses at the parameters that are kept: the last, or the best where training stops early; null
   * where not finite or never reached. */
  final: SetValues;
  history: { epoch: number[] } & SetCurves;
  /** Beside the loss: accuracy where targets are classes; mae and r2 where they are quantities. */
  metrics: Partial<Record<MetricName, Metric>>;
  /** Where training stops early: epochs trained, and the epoch whose parameters are kept. */
  stopped?: { epoch: number; kept: number };
  /** Test samples by class (row) and by the network's answer (column). */
  confusion?: number[][];
  /** Where they are asked for, at the parameters that are kept; see docs/diagnostics.md. */
  diagnostics?: RunDiagnostics;
}

/** Null where something is not finite. */
export interface RunDiagnostics {
  /** Euclidean norm of the weights of all layers; of weights and biases. */
  weightNorm?: number | null;
  parameterNorm?: number | null;
  /** Rank of the Jacobian of the outputs on the training rows. */
  effectiveParameters?: number | null;
  /** Of J·Jᵀ. Of those eigenvalues that are not 0 the smallest. */
  largestEigenvalue?: number | null;
  smallestEigenvalue?: number | null;
}

/** A number for every set that has rows; validation only where there are validation rows. */
export interface SetValues {
  train: number | null;
  validation?: number | null;
  test: number | null;
}

/** One for every evaluated epoch. */
export interface SetCurves {
  train: (number | null)[];
  validation?: (number | null)[];
  test: (number | null)[];
}

/** A metric of one run. */
export interface Metric {
  final: SetValues;
  history: SetCurves;
}

/** All runs of a variant. */
export interface AggregateRecord extends SetSpreads {
  variant: string;
  params: number;
  /** Number of runs, finite or not. */
  seeds: number;
  metrics: Partial<Record<MetricName, SetSpreads>>;
  /** The sum of the confusion matrices of the finished runs. */
  confusion?: number[][];
  /** How that matrix does on every class. */
  classes?: ClassRecord[];
  /** Where they are asked for. */
  diagnostics?: VariantDiagnostics;
}

/** Over the finite values of the finished runs. */
export interface VariantDiagnostics {
  /** Test loss less training loss. */
  gap?: Spread;
  weightNorm?: Spread;
  parameterNorm?: Spread;
  effectiveParameters?: Spread;
  /** Smallest, of those that are not 0, to largest eigenvalue of J·Jᵀ. */
  eigenvalueRatio?: Spread;
  /** Of the answers of its finished runs at test points that all seeds have in common. */
  biasVariance?: BiasVariance;
}

/** Over the finite final values of the finished runs. */
export interface SetSpreads {
  train: Spread;
  validation?: Spread;
  test: Spread;
}

/** One class among the test samples; a share of nothing is null. */
export interface ClassRecord {
  name: string;
  /** Share of the samples answered with this class that are of it. */
  precision: number | null;
  /** Share of the samples of this class that are answered with it. */
  recall: number | null;
  /** Harmonic mean of the two. */
  f1: number | null;
  /** Test samples of this class, every run's counted. */
  support: number;
}

/** A sentence of the summary with the numbers behind it. */
export interface Observation {
  kind: string;
  text: string;
  evidence: Record<string, unknown>;
}

/** Evidence of an observation of kind `double-descent`, one for every curve that is judged. Where the
 * sweep is none of squared errors of quantities there is one whose evidence is `verdict: 'not
 * judged'` and the `reason`. */
export interface DoubleDescentEvidence extends Verdict {
  /** What the networks of the curve share; empty where there is one curve. */
  curve: string;
  /** What the sizes of the verdict are indices into. */
  sizes: { variant: string; params: number }[];
  seeds: number;
  /** Of the training labels: the median over the datasets; null where it is not known. */
  labelVariance: number | null;
  /** Of the noise on the training labels; null where it is not known, as of files. */
  noiseVariance: number | null;
}

/** Predictors that need no network, per dataset, by the loss that is trained: what a trained one
 * must beat. */
export interface References {
  dataset: string;
  /** The one answer that costs the training rows least: the mean of their targets, their median,
   * the frequencies of their classes. Absent where the loss has no such answer in closed form. */
  constant?: { train: number; test: number };
  /** Least squares with intercept on the training set; absent where it would take long. */
  linear?: { train: number; test: number };
  /** The target itself inside the training range, continued along its tangent outside; only for
   * generated targets. What a ReLU network could extrapolate; a reference, not a bound. */
  tangent?: { train: number; test: number };
  /** Accuracy of always naming the most frequent class of the training rows. */
  majority?: { train: number; test: number };
}
