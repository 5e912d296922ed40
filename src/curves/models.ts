import type { Encoding, TrainingConfig } from '../config/types.js';
import type { ColumnNames } from '../data/table.js';
import { TRIAL } from '../memory/control.js';
import { outcomeOf } from '../memory/layout.js';
import { parametersAt } from '../memory/parameters.js';
import { recordOf, type Trained } from '../model/describe.js';
import type { ModelRecord } from '../model/record.js';
import type { Results, RunRecord } from '../results/schema.js';
import { readParameters } from '../train/parameters.js';
import type { SharedCurves } from './collect.js';

/** A trained network that was kept, at the parameters of its last or its best epoch. */
export interface KeptModel {
  /** Id of its variant. */
  variant: string;
  seed: number;
  /** In a cross-validation, from 0. */
  fold?: number;
  /** `diverged`: a loss was not finite, and so may its parameters be. */
  status: 'done' | 'diverged';
  /** Makes the record of it: its parameters, and all that is needed to use it elsewhere. */
  read(): ModelRecord;
}

/** What is known of the data of a trial, beside its rows. */
export interface ModelData extends Pick<Trained, 'scale' | 'classNames'> {
  columnNames?: ColumnNames | undefined;
  /** The data of the config as results hold it. */
  described: unknown;
}

/** What all networks of a sweep have in common. */
export interface ModelSweep extends Pick<Results, 'name' | 'configHash' | 'config'> {
  /** Version of this package. */
  version: string;
}

/**
 * The networks that were kept, in the order of the trials. Their parameters are copies: the memory of
 * the sweep may be let go of.
 *
 * @param runs by trial.
 * @param dataOf an entry of the dataset table.
 */
export function collectModels(
  shared: SharedCurves,
  runs: readonly RunRecord[],
  dataOf: (dataset: number) => ModelData,
  sweep: ModelSweep,
): KeptModel[] {
  const { plan, layout, control, memory } = shared;
  return plan.trials.flatMap(({ index, variant, dataset }): KeptModel[] => {
    const at = layout.models[index];
    const state = control.state(index);
    if (at === undefined || (state !== TRIAL.done && state !== TRIAL.diverged)) return [];
    const { network, training } = plan.variants[variant];
    const { floats } = parametersAt(network, 0);
    const block = new Float32Array(memory.buffer, at, floats).slice();
    const { scale, classNames, ...data } = dataOf(dataset);
    const epoch = outcomeOf(memory, plan, layout, index).kept;
    const shape = plan.datasets[dataset];
    const { encoding = 'number' } = shape;
    const origin = originOf(sweep, { ...data, encoding, training, epoch }, runs[index]);
    const known = { network, loss: training.loss, shape, scale, classNames, origin };
    const status = state === TRIAL.done ? 'done' : 'diverged';
    return [{ ...placeOf(runs[index]), status, read: () => readBlock(block, known) }];
  });
}

function readBlock(
  block: Float32Array<ArrayBuffer>,
  known: Omit<Trained, 'weights' | 'biases'>,
): ModelRecord {
  return recordOf({ ...known, ...readParameters(block, parametersAt(known.network, 0)) });
}

interface TrialOrigin {
  /** What the targets were to the loss. */
  encoding: Encoding;
  training: TrainingConfig;
  /** The epoch whose parameters are kept. */
  epoch: number;
}

/** Where a network comes from, how its data were read and how it does: see docs/models.md. */
function originOf(
  { version, name, configHash, config }: ModelSweep,
  { described, columnNames, ...trial }: Omit<ModelData, 'scale' | 'classNames'> & TrialOrigin,
  run: RunRecord,
): Record<string, unknown> {
  const { dataset, status, final, metrics, stopped } = run;
  const measured = Object.entries(metrics).map(([name, metric]) => [name, metric.final]);
  return {
    lanewise: version,
    ...{ name, configHash, config },
    ...placeOf(run),
    dataset,
    status,
    data: described,
    ...(columnNames && { columns: columnNames }),
    ...trial,
    ...(stopped && { stopped }),
    final,
    metrics: Object.fromEntries(measured),
  };
}

function placeOf({ variant, seed, fold }: RunRecord) {
  return { variant, seed, ...(fold !== undefined && { fold }) };
}
