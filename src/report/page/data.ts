/** What the script of report.html draws from: `#data` of the page, JSON. Numbers have 4 digits. */
import type { SetName } from '../../results/measured.js';

export interface PageData {
  /** Those with rows, in the order of their names. */
  sets: readonly SetName[];
  variants: PageVariant[];
  /** What may lie along x of the final values; the first is shown at first. */
  axes: PageAxis[];
  /** What may lie along y; the first is shown at first. */
  measures: PageMeasure[];
  epochs: PageEpochs;
}

export interface PageVariant {
  id: string;
  /** Short, no two alike. */
  label: string;
  params: number;
  runs: number;
  finished: number;
  /** Of its line, on light and on dark ground. */
  colours: readonly [light: string, dark: string];
}

/** A place for every variant that has one. */
export interface PageAxis {
  title: string;
  kind: 'logarithmic' | 'linear' | 'categories';
  /** Of categories, in their order. */
  labels: readonly string[];
  /** Of every variant: a number, or the place of its category; null where it has none. */
  at: (number | null)[];
  /** Places that mean something, as in the figure of the same. */
  marks: readonly { value: number; label: string }[];
  /** Variants that differ in nothing but x, along it. */
  lines: number[][];
}

/** median, first and third quartile, lowest, highest */
export type Five = readonly (number | null)[];

export interface PageMeasure {
  /** `loss (MSE)` */
  title: string;
  /** Whether values are shares, shown as percentages. */
  isShare: boolean;
  /** Whether the axis is logarithmic at first. */
  isLog: boolean;
  /** Where a logarithmic axis ends, if not below all values; see loss-floor.ts. */
  floor?: number;
  statistic: 'mean' | 'median';
  /** Of every variant, at the parameters that are kept. */
  finals: Partial<Record<SetName, Five[]>>;
  /** Of every variant, run by run; absent where they are too many for a page. */
  runs?: Partial<Record<SetName, (number | null)[][]>>;
  references: { set: SetName; label: string; value: number }[];
  /** Of the variants whose curves are there; absent where the measure has none. */
  curves?: PageCurve[];
}

export interface PageCurve {
  variant: number;
  /** Evaluated epochs, thinned. */
  epochs: number[];
  /** At each of them, over the finished runs. */
  spreads: Partial<Record<SetName, Five[]>>;
  seeds?: PageSeeds;
}

/** The curves of single runs: fewer epochs, where there are many runs. */
export interface PageSeeds {
  epochs: number[];
  runs: Partial<Record<SetName, (number | null)[][]>>;
}

export interface PageEpochs {
  isLog: boolean;
  /** What the page leaves out of the curves, in a sentence; empty where it has all. */
  note: string;
}
