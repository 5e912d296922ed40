import { OPTIMIZER_DEFAULTS, TRAINING_DEFAULTS } from '../config/training-defaults.js';
import { NO_ROWS } from '../data/dataset.js';
import { scaleInPlace } from '../data/scaling.js';
import { kernelsOver } from '../kernels/over.js';
import { writeDataset, writeIdentity } from '../memory/datasets.js';
import { layoutMemory, slabOf } from '../memory/layout.js';
import { Outcome } from '../memory/outcome.js';
import type { ModelKernels } from '../model/forward.js';
import { type Measure, shapeOf } from '../model/origin.js';
import type { ModelRecord } from '../model/record.js';
import { confusedClasses, type MetricName, metricsOf } from '../plan/metrics.js';
import type { DatasetShape, Variant } from '../plan/trial.js';
import { countConfusion } from '../train/confusion.js';
import { createEvaluator } from '../train/evaluate.js';
import type { TrainingJob } from '../train/job.js';
import { writeParameters } from '../train/parameters.js';

const PAGE = 65536;

/** How a model does on rows whose targets are known: the bits of a sweep on the same rows. */
export interface Evaluation {
  loss: number;
  metrics: Partial<Record<MetricName, number>>;
  /** Rows by class (row) and by the model's answer (column), where targets are classes. */
  confusion?: number[][];
}

/** Rows in a row, inputs as they came; targets as the loss takes them, see targetsFor. */
export interface MeasuredRows {
  rows: number;
  x: Float32Array;
  y: Float32Array;
}

/**
 * Measures a model by the passes in which a training measures its test rows.
 *
 * @throws {RangeError} when there is no room for the rows.
 */
export function evaluateModel(
  kernels: ModelKernels,
  model: ModelRecord,
  { loss, form }: Measure,
  rows: MeasuredRows,
): Evaluation {
  const job = createJob(kernels, model, { loss, form }, rows);
  const [value, ...measured] = createEvaluator(job, job.slab, 'test', () => true)()!;
  const names = metricsOf(loss, job.shape);
  const metrics = Object.fromEntries(names.map((name, i) => [name, measured[i]]));
  const classes = confusedClasses(loss, job.shape);
  if (classes === 0) return { loss: value, metrics };
  const pages = Math.ceil(Outcome.bytes(classes) / PAGE);
  const outcome = new Outcome(new WebAssembly.Memory({ initial: pages }), 0, classes);
  countConfusion(job, job.slab, outcome, () => true);
  return { loss: value, metrics, confusion: outcome.matrix() };
}

/** A trial that has been trained, with test rows alone. */
function createJob(
  kernels: ModelKernels,
  model: ModelRecord,
  { loss, form }: Measure,
  { rows, x, y }: MeasuredRows,
): TrainingJob {
  const { inputs, layers } = model.network;
  const shape: DatasetShape = {
    ...shapeOf(form),
    ...(form === 'label' && { classes: layers[layers.length - 1].units }),
    ...{ inputs, outputs: y.length / rows, trainRows: 0, validationRows: 0, testRows: rows },
  };
  const variant = variantOf(model, loss);
  const evaluate = [0];
  const trial = {
    index: 0,
    variant: 0,
    dataset: 0,
    seed: 0,
    evaluate,
  } as const;
  const plan = { variants: [variant], datasets: [shape], trials: [trial] };
  const layout = layoutMemory(plan, 0, 1);
  const pages = Math.ceil(layout.bytes / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: kernels.shared });
  const [data] = layout.datasets;
  const slab = slabOf(plan, 0, layout.slabs[0]);
  const none = { inputs, outputs: shape.outputs, train: NO_ROWS, validation: NO_ROWS };
  writeIdentity(memory, layout.identity, layout.identityRows);
  writeDataset(memory, data, { ...none, id: '', kind: '', seed: 0, test: { rows, x, y } });
  if (model.scale) scaleRows(new Float32Array(memory.buffer, data.test.x, x.length), model.scale);
  writeParameters(memory, slab, model);
  return { memory, kernels: kernelsOver(kernels, memory), variant, trial, slab, data, shape };
}

function scaleRows(x: Float32Array, { shift, unit }: NonNullable<ModelRecord['scale']>): void {
  scaleInPlace(x, { shift: Float64Array.from(shift), unit: Float64Array.from(unit) });
}

/** Only the forward pass is used, and the loss. */
function variantOf({ network }: ModelRecord, loss: Variant['training']['loss']): Variant {
  const untrained = { frozen: true, dropout: 0, init: 'zeros' } as const;
  const layers = network.layers.map((layer) => ({ ...layer, ...untrained }));
  return {
    id: '',
    network: { id: '', inputs: network.inputs, layers },
    training: { ...TRAINING_DEFAULTS, optimizer: OPTIMIZER_DEFAULTS.sgd, batchSize: 1, loss },
    hyper: {},
  };
}
