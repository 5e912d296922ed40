import type { MetricName, Results } from '../results/schema.js';
import type { Interval } from '../stats/interval.js';

/** A run, and what it is called beside the others. */
export interface LabelledRun {
  /** No two alike. */
  label: string;
  results: Results;
}

/** By what networks are compared: always of the test rows. */
export type MeasureName = 'loss' | MetricName;

/** Several runs side by side, each after the first against the first. */
export interface Comparison {
  measure: MeasureName;
  /** `test error`, `test accuracy`, … */
  noun: string;
  /** −1: less is better. */
  sign: 1 | -1;
  /** Whether estimates are factors, or differences. */
  scale: 'ratio' | 'difference';
  runs: RunWords[];
  /** Only what differs. */
  differences: ConfigDifference[];
  against: Against[];
  /** What p is held to, after Holm's adjustment over all tests of the comparison. */
  level: number;
  /** How many tests those are. */
  tests: number;
}

export interface RunWords {
  label: string;
  name: string;
  configHash: string;
  networks: number;
  seeds: number;
  /** `98 of 100 runs finished`: trainings that ended another way are in no number. */
  finished: { done: number; runs: number };
  /** What its results say of double descent. */
  verdicts: string[];
}

/** A key in which the configs differ. */
export interface ConfigDifference {
  /** `training.optimizer.name` */
  path: string;
  /** In words, a run each; null where a config has no such key. */
  values: (string | null)[];
}

/** A run against the first. */
export interface Against {
  /** Index of the run, from 1. */
  run: number;
  /** How its networks and those of the first belong together: by what they are called, or by their
   * number of parameters. */
  matching: 'variant' | 'parameters';
  pairing: Pairing;
  rows: MatchedRow[];
  /** Networks that have no counterpart. */
  alone: { first: string[]; other: string[] };
  /** How many settings are not looked at, because networks that are matched by size come with their
   * best one; it was chosen on the rows of `by`. */
  passedOver: { first: number; other: number; by: 'validation' | 'test' };
}

/** Whether differences are taken seed by seed, and why. */
export interface Pairing {
  kind: 'paired' | 'unpaired';
  /** What is repeated: seeds, or the folds of one seed. */
  unit: 'seed' | 'fold';
  /** How many units both runs have. */
  shared: number;
  why: 'same-data' | 'other-data' | 'other-seeds';
}

/** A network of each of two runs. */
export interface MatchedRow {
  first: MatchedNetwork;
  other: MatchedNetwork;
  /** Pairs, where they are paired. */
  n: number | null;
  /** Of the other over that of the first (geometric means), or less it (means); null without a run. */
  estimate: number | null;
  /** At 95 %; null from fewer than two. */
  t: Interval | null;
  bootstrap: Interval | null;
  /** Two-sided. */
  p: number | null;
  /** After Holm. */
  adjusted: number | null;
  /** Where the adjusted p is below the level. */
  shown: 'lower' | 'higher' | null;
}

export interface MatchedNetwork {
  variant: string;
  params: number;
  /** Over its finished seeds. */
  median: number | null;
  /** Finished seeds. */
  n: number;
}
