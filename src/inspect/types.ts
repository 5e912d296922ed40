import type { SetName } from '../plan/metrics.js';

/**
 * What figures need to look inside the best network: inspection.json (`lanewise/inspection@1`),
 * byte-identical on any machine. A part is absent where there is nothing of its kind to see.
 */
export interface Inspection {
  schema: 'lanewise/inspection@1';
  /** Of the results it belongs to. */
  configHash: string;
  network: InspectedNetwork;
  /** What the classes are called, in the order of their numbers. */
  classNames?: readonly string[];
  /** What a file calls the two inputs of the plane. */
  inputNames?: readonly string[];
  /** What a file calls the quantities that are predicted. */
  targetNames?: readonly string[];
  /** Where there are two inputs. */
  boundary?: Boundary;
  /** Where targets are quantities. */
  predicted?: Predicted;
  /** Where inputs are images of classes. */
  misread?: Misread;
  /** Where inputs are images. */
  firstLayer?: FirstLayer;
}

/** The run that is looked at: the best network, trained on the first seed and fold. */
export interface InspectedNetwork {
  variant: string;
  seed: number;
  /** In a cross-validation, from 0. */
  fold?: number;
  /** What makes it the best of the sweep. */
  best: {
    metric: 'accuracy' | 'r2' | 'loss';
    set: SetName;
    statistic: 'mean' | 'median';
    value: number;
  };
}

/** The answers of the network over the plane of its two inputs. */
export type Boundary = ClassBoundary | ValueBoundary;

/** The plane, cut into columns and rows of points: evenly spaced, the first and last on the edge. */
export interface Plane {
  columns: number;
  rows: number;
  /** Of both inputs, in the units of the data. */
  low: [number, number];
  high: [number, number];
  /** What the training rows span. */
  trained: { low: [number, number]; high: [number, number] };
}

/** Classes as answers. */
export interface ClassBoundary {
  kind: 'classes';
  plane: Plane;
  classes: number;
  /** Answered class of every point of the plane, row by row, from the lowest second input up. */
  answers: number[][];
  /** How far the answer is ahead of the next class; null where that is not finite. */
  leads: (number | null)[][];
  leadScale: LeadScale;
  train: ClassPoints;
  test: ClassPoints;
}

/** What a lead is: the logarithm of p₁ / p₂, or a difference of outputs. */
export type LeadScale = 'log-odds' | 'output';

/** Some rows of a set, evenly picked; the lists are equally long. */
export interface ClassPoints {
  /** Rows of the whole set. */
  rows: number;
  x: [number, number][];
  class: number[];
  answer: number[];
}

/** Quantities as answers. */
export interface ValueBoundary {
  kind: 'values';
  plane: Plane;
  /** How many outputs the network has: the first is shown. */
  outputs: number;
  /** First output at every point, as `answers`; null where it is not finite. */
  values: (number | null)[][];
  train: ValuePoints;
  test: ValuePoints;
}

/** As ClassPoints, with the first target of each. */
export interface ValuePoints {
  rows: number;
  x: [number, number][];
  target: number[];
}

/** Predicted against true quantities. */
export interface Predicted {
  /** How many outputs the network has. */
  outputs: number;
  /** Of the first outputs. */
  shown: PredictedOutput[];
}

/** One output on every set that has rows. */
export type PredictedOutput = Partial<Record<SetName, PredictedSet>>;

/** One output on the rows of a set. */
export interface PredictedSet {
  /** Rows of the whole set. */
  rows: number;
  /** Rows, from the first on, over which `r2` is measured. */
  measured: number;
  /** Null where the targets are all alike. */
  r2: number | null;
  /** Of some of these rows, evenly picked. */
  true: number[];
  predicted: (number | null)[];
}

/** Images that the network takes for another class. */
export interface Misread {
  image: ImageSize;
  /** Test images that were looked at, from the first on, and how many of them are misread. */
  tested: number;
  count: number;
  score: Score;
  /** The most confident first. */
  images: MisreadImage[];
}

/** `probability`, or the output itself where outputs are no probabilities. */
export type Score = 'probability' | 'output';

/** The size in which images are kept. */
export interface ImageSize {
  height: number;
  width: number;
  channels: number;
  /** So many pixels each way were averaged into one; 1: none. */
  shrunk: number;
}

/** A test image, and what it is taken for. */
export interface MisreadImage {
  /** Number among the test rows, from 0. */
  row: number;
  class: number;
  answer: number;
  /** Of the answer. */
  score: number;
  /** 0 … 255 from the lowest to the highest value of the test images; row by row, channels last. */
  pixels: number[];
}

/** The weights of the first layer: what each unit looks at. */
export interface FirstLayer {
  image: ImageSize;
  /** Units of the layer: the first are shown. */
  units: number;
  /** The largest weight of those shown, by its size: `largest` · n / 127 is the weight of number n. */
  largest: number;
  /** −127 … 127, a list a unit; row by row, channels last. */
  weights: number[][];
}
