import { ceil4 } from '../kernels/contract.js';
import { gemmScratchBytes } from '../kernels/scratch.js';
import { keepsArgument } from '../plan/activation.js';
import { movesImages } from '../plan/augmentation.js';
import { SET_VALUES } from '../plan/metrics.js';
import { fanIn, type Network } from '../plan/network.js';
import { initialState } from '../plan/optimizer.js';
import type { DatasetShape, Variant } from '../plan/trial.js';
import { Arena } from './arena.js';
import { type LayerParameters, parametersAt } from './parameters.js';

/** Rows that are evaluated at once; part of the results: losses are summed in blocks of it. */
export const EVALUATION_BLOCK = 256;

/** Of an affine map of an image, six float32. */
export const MAP_BYTES = 24;

/** A float32 matrix: element (i, j) at byte `offset + 4·(i·ld + j)`. */
export interface Matrix {
  offset: number;
  rows: number;
  columns: number;
  ld: number;
}

export interface LayerTensors extends LayerParameters {
  weightGradients: Matrix;
  biasGradients: number;
  /** units × samples: z = W·x + b; the same place as `output` where no gradient asks for z. */
  argument: number;
  /** units × samples: a = activation(z), and the delta ∂loss/∂z. */
  output: number;
  delta: number;
  /** units × samples: what the next layer reads while training; `output` without dropout. */
  dropped: number;
}

/** Where everything of one trial lies in a worker's slab. Offsets from the start of the memory. */
export interface SlabLayout {
  bytes: number;
  /** See ParametersAt; gradients and the optimizer's state have the same shape, so that one kernel call
   * updates the whole network. */
  parameters: number;
  parameterFloats: number;
  gradients: number;
  state: readonly number[];
  layers: readonly LayerTensors[];
  /** Inputs and targets of the batch (inputs × ld, target columns × ld). */
  x: number;
  y: number;
  /** Leading dimension of batches and of evaluation blocks. */
  batchLd: number;
  evaluationLd: number;
  /** Row numbers of the training set in the order of this epoch, uint32. */
  order: number;
  /** Sums over every evaluation block: of the loss and of two metrics, float64. */
  sums: { train: number; validation: number; test: number };
  scratch: number;
  /** Six float32 for every image of the batch; see gather_images. */
  maps: number;
  /** The parameters of the best epoch, where training may stop early. */
  best: number;
  /** float64: twice the features of all training rows, and their targets, where the output layer is
   * solved for. */
  solver: number;
}

/**
 * Lays out one trial from `start`, a multiple of 64. Pure: the same arguments give the same
 * offsets.
 */
export function layoutSlab(
  { network, training }: Variant,
  data: DatasetShape,
  start: number,
): SlabLayout {
  const { batchSize, optimizer, augmentation, earlyStopping } = training;
  const arena = new Arena(start);
  const { floats } = parametersAt(network, 0);
  const parameters = parametersAt(network, arena.take(4 * floats));
  const gradients = parametersAt(network, arena.take(4 * floats));
  const state = initialState(optimizer).map(() => arena.take(4 * floats));
  const batchLd = leadingDimension(batchSize);
  const evaluationRows = Math.min(
    EVALUATION_BLOCK,
    Math.max(data.trainRows, data.validationRows, data.testRows),
  );
  const evaluationLd = leadingDimension(evaluationRows);
  const columns = Math.max(batchLd, evaluationLd);
  const takeColumns = (rows: number) => arena.take(4 * rows * columns);
  const x = takeColumns(network.inputs);
  const y = takeColumns(data.outputs);
  const layers = network.layers.map(({ units, activation, dropout }, l): LayerTensors => {
    const output = takeColumns(units);
    return {
      ...parameters.layers[l],
      weightGradients: gradients.layers[l].weights,
      biasGradients: gradients.layers[l].bias,
      argument: keepsArgument(activation) ? takeColumns(units) : output,
      output,
      delta: takeColumns(units),
      dropped: dropout > 0 ? takeColumns(units) : output,
    };
  });
  const order = arena.take(4 * data.trainRows);
  const takeSums = (rows: number) =>
    arena.take(8 * SET_VALUES * Math.ceil(rows / EVALUATION_BLOCK));
  const sums = {
    train: takeSums(data.trainRows),
    validation: takeSums(data.validationRows),
    test: takeSums(data.testRows),
  };
  const maps = arena.take(movesImages(augmentation) ? MAP_BYTES * batchSize : 0);
  const best = arena.take(earlyStopping === 'none' ? 0 : 4 * floats);
  const solver = arena.take(training.method === 'least-squares' ? solverBytes(network, data) : 0);
  const scratch = arena.take(scratchBytes(network, Math.max(batchSize, evaluationRows)));
  return {
    bytes: arena.end - start,
    parameters: parameters.offset,
    parameterFloats: floats,
    gradients: gradients.offset,
    state,
    layers,
    x,
    y,
    batchLd,
    evaluationLd,
    order,
    sums,
    scratch,
    maps,
    best,
    solver,
  };
}

/** Floats in a row of `columns` samples. Rows a multiple of 1 KiB apart would share a few cache
 * sets; one more vector spreads them. */
export function leadingDimension(columns: number): number {
  const ld = ceil4(columns);
  return ld % 256 === 0 ? ld + 4 : ld;
}

function solverBytes({ inputs, layers }: Network, { trainRows, outputs }: DatasetShape): number {
  const features = fanIn(inputs, layers, layers.length - 1) + 1;
  return 8 * trainRows * (2 * features + outputs);
}

function scratchBytes({ inputs, layers }: Network, samples: number): number {
  let most = 0;
  layers.forEach(({ units }, l) => {
    const k = fanIn(inputs, layers, l);
    most = Math.max(
      most,
      gemmScratchBytes(units, samples, k),
      gemmScratchBytes(k, samples, units),
      gemmScratchBytes(units, k, samples),
    );
  });
  return most;
}
