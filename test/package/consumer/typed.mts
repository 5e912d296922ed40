// A consumer in TypeScript: every name that the documentation shows, with its type.
import { type Results, resolveConfig, type SweepInput, sweep } from 'lanewise';
import { loadKernels as loadInline } from 'lanewise/inline';
import {
  ceil4,
  decodeModel,
  type EngineFeatures,
  encodeModel,
  engineFeatures,
  type FloatMatrix,
  gemmScratchBytes,
  type KernelArena,
  type KernelLibrary,
  type LoadOptions,
  loadKernels,
  Model,
  type ModelRecord,
  toJson,
  toOnnx,
} from 'lanewise/kernels';
import {
  add,
  type Backward,
  type Differentiable,
  drawLayer,
  gradients,
  type LayerParameters,
  matmul,
  mse,
  mul,
  Optimizer,
  type OptimizerSettings,
  type Parameter,
  relu,
  Tape,
  type Value,
} from 'lanewise/tape';
import {
  InputError,
  modelRecord,
  type TrainedNetwork,
  type TrainingInput,
  trainNetwork,
} from 'lanewise/train';

const options: LoadOptions = { shared: false, bytes: 65536, maximumBytes: 1 << 20 };
const kernels: KernelLibrary = await loadKernels(options);
const arena: KernelArena = kernels.arena;
const matrix: FloatMatrix = arena.matrix(3, ceil4(5));
const floats: Float32Array = matrix.data;
kernels.relu_forward(matrix.at, matrix.ld, matrix.at, matrix.ld, 3, 8);
const features: EngineFeatures = engineFeatures();
const bytes: number = gemmScratchBytes(1, 2, 3);

const input: TrainingInput = {
  kernels: await loadInline(),
  network: { hidden: [4], activation: 'relu' },
  data: { train: { x: [[1, 2]], y: [[3]] } },
  training: { epochs: 2, batchSize: 1, optimizer: { name: 'sgd', learningRate: 0.1 } },
  onEpoch: ({ epoch, train }) => console.log(epoch + train),
};
const trained: TrainedNetwork = await trainNetwork(input);
const status: 'done' | 'diverged' | 'interrupted' = trained.status;

const record: ModelRecord = decodeModel(encodeModel(modelRecord(input, trained)), 'file');
const model: Model = Model.load(kernels, encodeModel(record));
const rows: Float32Array[] = model.predict([[1, 2]]);
const flat: Float32Array = Model.from(kernels, record).probabilities(Float32Array.of(1, 2));
const classes: Uint32Array = model.classify([[1, 2]]);
const exports: [string, Uint8Array] = [toJson(record), toOnnx(model.toRecord())];

// @ts-expect-error: a network needs its hidden layers, [] for none.
const incomplete: TrainingInput = { ...input, network: {} };
// @ts-expect-error: no such kernel.
kernels.gemm_xx(1);

const tape: Tape = new Tape(kernels);
const layer: LayerParameters = drawLayer(tape, 2, 3, { init: 'he-normal', seed: 1, layer: 0 });
const parameters: Parameter[] = [
  layer.weights,
  layer.bias,
  tape.parameter([
    [1, 2],
    [3, 4],
  ]),
];
const settings: OptimizerSettings = { name: 'momentum', momentum: 0.8 };
const optimizer = new Optimizer(parameters, settings);
const square = (a: Value): Value => {
  const backward: Backward = (gradient) => mul(gradient, mul(2, a));
  const made: Differentiable = {
    name: 'square',
    inputs: [a],
    shape: a,
    forward: ({ data }) => data.set(a.data.map((value) => value * value)),
    backward: [backward],
  };
  return a.tape.compute(made);
};
const reached: number = tape.record(() => {
  const o = square(relu(add(matmul(layer.weights, tape.samples([[1, 2]])), layer.bias)));
  const loss = mse(o, tape.constant(Float32Array.of(1, 0, 1)));
  optimizer.apply(gradients(loss, parameters), 0.1);
  return loss.item();
});
// @ts-expect-error: on a tape, weights and biases have optimizers of their own.
const wrong: OptimizerSettings = { name: 'sgd', decayBiases: false };
// @ts-expect-error: a constant is not trained.
new Optimizer([tape.constant(1)], 'sgd');

const config: SweepInput = { seeds: 2 };
const results: Promise<{ results: Results }> = sweep(config).outcome;
export const used = [
  floats,
  features,
  bytes,
  status,
  incomplete,
  reached,
  wrong,
  results,
  resolveConfig,
  InputError,
];
export const models = [rows, flat, classes, exports];
