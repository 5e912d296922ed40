import { env, InferenceSession, Tensor } from 'onnxruntime-web';

// One thread, and the binary that the package itself brings.
env.wasm.numThreads = 1;
env.logLevel = 'error';

/** What ONNX Runtime computes of the rows, by the names of the outputs. */
export async function runOnnx(
  model: Uint8Array,
  rows: readonly ArrayLike<number>[],
): Promise<Record<string, Float32Array>> {
  const session = await InferenceSession.create(model, { executionProviders: ['wasm'] });
  const values = Float32Array.from(rows.flatMap((row) => Array.from(row)));
  const input = new Tensor('float32', values, [rows.length, rows[0].length]);
  const results = await session.run({ input });
  await session.release();
  return Object.fromEntries(
    Object.entries(results).map(([name, tensor]) => [name, tensor.data as Float32Array]),
  );
}
