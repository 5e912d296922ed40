import type { KeptModel } from './curves/models.js';
import type { Dataset } from './data/dataset.js';
import type { ColumnNames } from './data/table.js';
import { inspect } from './inspect/inspect.js';
import { subjectOf } from './inspect/subject.js';
import type { Inspection } from './inspect/types.js';
import type { ModelKernels } from './model/forward.js';
import type { Results, RunRecord } from './results/schema.js';

/** What is there when a sweep has ended. */
export interface Ended {
  results: Results;
  models: readonly KeptModel[];
  datasets: readonly Dataset[];
  kernels: ModelKernels;
  /** Of an entry of the dataset table. */
  namesOf(dataset: number): ColumnNames | undefined;
}

/** A look inside the best network, where it was kept. */
export function inspectBest({
  results,
  models,
  datasets,
  kernels,
  namesOf,
}: Ended): Inspection | undefined {
  return inspect(results, (run) => {
    const model = models.find((each) => isOf(each, run));
    if (!model) return undefined;
    const dataset = datasets.findIndex(({ id }) => id === run.dataset);
    return subjectOf(model.read(), datasets[dataset], kernels, namesOf(dataset));
  });
}

function isOf({ variant, seed, fold, status }: KeptModel, run: RunRecord): boolean {
  const { variant: other, seed: its, fold: part } = run;
  return status === 'done' && variant === other && seed === its && fold === part;
}
