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

const config: SweepInput = { seeds: 2 };
const results: Promise<{ results: Results }> = sweep(config).outcome;
export const used = [
  floats,
  features,
  bytes,
  status,
  incomplete,
  results,
  resolveConfig,
  InputError,
];
export const models = [rows, flat, classes, exports];
