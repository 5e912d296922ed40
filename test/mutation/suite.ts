/** The fast fixed test that mutants must fail: the calls of shapes.ts with the reference's results. */
import type { WasmModule } from '../instrumented/binary/module.js';
import { type Prepared, prepare } from '../kernels/cases/call.js';
import { field, reference } from '../kernels/cases/implementations.js';
import type { KernelName } from '../kernels/cases/operand.js';
import { choicesFor } from '../kernels/cases/shapes.js';
import { KERNELS, TABLE } from '../kernels/cases/table.js';

const calls = new Map<KernelName, readonly Prepared[]>();

/** Prepared once for all mutants. */
export function callsOf(kernel: KernelName): readonly Prepared[] {
  const known = calls.get(kernel);
  if (known) return known;
  const list = TABLE[kernel] ?? [];
  const all = choicesFor(kernel).map((choice) => prepare(field, reference, kernel, list, choice));
  calls.set(kernel, all);
  return all;
}

/** For each function, the kernels that may run it. */
export function reachOf(module: WasmModule): KernelName[][] {
  const reach: KernelName[][] = module.functions.map(() => []);
  for (const { name, index } of module.exports) {
    const kernel = KERNELS.find((known) => known === name);
    if (kernel) visit(module, index, kernel, reach);
  }
  return reach;
}

function visit(module: WasmModule, index: number, kernel: KernelName, reach: KernelName[][]): void {
  if (reach[index].includes(kernel)) return;
  reach[index].push(kernel);
  for (const { opcode, values } of module.functions[index].body) {
    if (opcode.name === 'call') visit(module, values[0], kernel, reach);
  }
}
