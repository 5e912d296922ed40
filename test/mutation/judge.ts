/** Whether the suite notices a mutant. */
import type { Kernels } from '../../src/kernels/contract.js';
import { readModule, writeModule } from '../instrumented/binary/module.js';
import { Watch } from '../instrumented/watch.js';
import { attempt } from '../kernels/cases/call.js';
import { field } from '../kernels/cases/implementations.js';
import type { KernelName } from '../kernels/cases/operand.js';
import { TABLE } from '../kernels/cases/table.js';
import { FUEL, ROUNDS, withFuel } from './fuel.js';
import { callsOf } from './suite.js';

/** What is wrong with the mutant, or nothing. `kernels`: those that may run its function. */
export function judge(bytes: Uint8Array, kernels: readonly KernelName[]): string | undefined {
  field.reset();
  return wrongResult(bytes, kernels) ?? wrongAccess(bytes, kernels);
}

function wrongResult(bytes: Uint8Array, names: readonly KernelName[]): string | undefined {
  const fuelled = new Uint8Array(writeModule(withFuel(readModule(bytes))));
  const module = new WebAssembly.Module(fuelled);
  const { exports } = new WebAssembly.Instance(module, { env: { memory: field.memory } });
  const fuel = exports[FUEL] as WebAssembly.Global;
  for (const call of names.flatMap(callsOf)) {
    fuel.value = ROUNDS;
    const wrong = attempt(field, exports as unknown as Kernels, call);
    if (wrong) return wrong;
  }
  return undefined;
}

/** Reading too much changes no result, but is no right of a kernel. Slower, so it comes second. */
function wrongAccess(bytes: Uint8Array, names: readonly KernelName[]): string | undefined {
  const watch = new Watch(bytes, field, ({ kernel }) => TABLE[kernel] ?? []);
  for (const call of names.flatMap(callsOf)) {
    const wrong = watch.attempt(call);
    if (wrong) return wrong;
  }
  return undefined;
}
