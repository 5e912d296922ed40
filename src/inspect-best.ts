import type { KeptModel } from './curves/models.js';
import type { Dataset } from './data/dataset.js';
import type { ColumnNames } from './data/table.js';
import { inspect } from './inspect/inspect.js';
import { subjectOf } from './inspect/subject.js';
import type { Inspection } from './inspect/types.js';
import type { ForwardKernels } from './model/forward.js';
import type { Results, RunRecord } from './results/schema.js';

/** What is there when a sweep has ended. */
export interface Ended {
  results: Results;
  models: readonly KeptModel[];
  datasets: readonly Dataset[];
  kernels: ForwardKernels;
  columnNames: ColumnNames | undefined;
}

/** A look inside the best network, where it was kept. */
export function inspectBest({
  results,
  models,
  datasets,
  kernels,
  columnNames,
}: Ended): Inspection | undefined {
  return inspect(results, (run) => {
    const model = models.find((each) => isOf(each, run));
    const dataset = datasets.find(({ id }) => id === run.dataset);
    if (!model || !dataset) return undefined;
    return subjectOf(model.read(), dataset, kernels, columnNames);
  });
}

function isOf({ variant, seed, fold, status }: KeptModel, run: RunRecord): boolean {
  const { variant: other, seed: its, fold: part } = run;
  return status === 'done' && variant === other && seed === its && fold === part;
}
