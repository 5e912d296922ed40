import { SET_WORDS, type SetName } from '../../results/measured.js';
import type { AggregateRecord } from '../../results/schema.js';
import type { AxisValue, SweepAxis } from '../../results/sweep-axes.js';
import type { Described } from '../axis-words.js';
import type { Scale } from '../chart/scale.js';
import type { Tick } from '../chart/ticks.js';
import type { Measure } from '../measure.js';
import type { SizeMark } from '../size-marks.js';

/** A figure of what is measured of every variant, whatever lies along x. */
export interface AxisFigure {
  /** Of the file: `error-vs-params`. */
  name: string;
  /** `Error against size`. */
  title: string;
  /** `Final loss (MSE)`. */
  what: string;
  /** `loss`. */
  noun: string;
  /** −1: less is better. */
  sign: 1 | -1;
  measure: Measure;
  write(value: number | null | undefined): string;
  /** What the measure has in the middle of its spreads. */
  statistic?: 'mean' | 'median';
  /** What has lines, where it is not the sets of the sweep, and what each is called. */
  series?: Partial<Record<SetName, string>>;
  /** Whether there is one number for all runs of a variant: then it has no bands and no dots. */
  isWhole?: boolean;
  /** A dotted line beneath the data, along numbers. */
  guide?: readonly (readonly [x: number, y: number])[];
  /** Predictors that need no network. */
  references: readonly ReferenceMark[];
  axis(
    values: readonly (number | null)[],
    references: readonly number[],
    range: [number, number],
  ): { y: Scale; ticks: Tick[] };
  /** Whether the axis ends above some of the values. */
  isCut?: boolean;
  axisTitle: string;
  /** Whether sets that have a plot each have an axis each, too, even where their values overlap. */
  ownAxes?: boolean;
  /** Places along x, where that is the number of parameters. */
  marks?: readonly SizeMark[];
  /** Whether the figure may be narrower where it shows no reference. */
  narrow?: boolean;
  /** On values and references that the axis cannot hold. */
  notes(dropped: number, references: readonly ReferenceMark[]): string[];
}

/** What the lines of a figure are called. */
export function wordOf({ series }: Pick<AxisFigure, 'series'>, set: SetName): string {
  return series?.[set] ?? SET_WORDS[set];
}

export interface ReferenceMark {
  set: SetName;
  label: string;
  value: number;
}

/** What lies along x, and the lines that everything else makes. */
export interface Along extends Described {
  xOf(record: AggregateRecord): AxisValue | undefined;
  /** The axes that tell the lines apart. */
  others: readonly SweepAxis[];
  lines: readonly AxisLine[];
  /** One letter each by which the lines are told apart; default: numbers. */
  marks?: readonly string[];
  /** Whether this is the number of parameters: every point is a network then. */
  bySize: boolean;
}

/** The variants that differ in nothing but x. */
export interface AxisLine {
  /** On the other axes. */
  values: readonly (AxisValue | undefined)[];
  /** Along x. */
  points: readonly AggregateRecord[];
}
