import type { Dataset } from '../data/dataset.js';
import type { ColumnNames } from '../data/table.js';
import type { ModelKernels } from '../model/forward.js';
import { Model } from '../model/model.js';
import type { ModelRecord } from '../model/record.js';

/** A trained network, and the data of its run. */
export interface Subject {
  model: Pick<ModelRecord, 'network' | 'weights' | 'scale' | 'answer' | 'image'>;
  /** Its rows are scaled already, where the network takes them scaled. */
  dataset: Dataset;
  predict: Predict;
  /** What a file calls inputs and targets. */
  columnNames?: ColumnNames;
}

/**
 * The forward pass: inputs of so many samples, scaled, sample by sample → outputs of the last layer,
 * sample by sample, before a softmax or sigmoid of the loss. Equal bits for equal inputs.
 */
export type Predict = (x: Float32Array, samples: number) => ArrayLike<number>;

/** A trained network that answers through the kernels. */
export function subjectOf(
  model: ModelRecord,
  dataset: Dataset,
  kernels: ModelKernels,
  columnNames?: ColumnNames,
): Subject {
  const { scale: _, ...rest } = model;
  const unscaling = Model.from(kernels, rest);
  return {
    model,
    dataset,
    predict: (x) => unscaling.predict(x),
    ...(columnNames && { columnNames }),
  };
}

/** What an input was before it was scaled. */
export function unscaled({ model: { scale } }: Subject, input: number, value: number): number {
  return scale ? value * scale.unit[input] + scale.shift[input] : value;
}

/** What the network sees of an input. */
export function scaled({ model: { scale } }: Subject, input: number, value: number): number {
  if (!scale) return value;
  const unit = scale.unit[input];
  return unit === 0 ? 0 : (value - scale.shift[input]) / unit;
}
