/** Judges a seeded selection of the mutants of a binary. */
import { readModule } from '../instrumented/binary/module.js';
import type { KernelName } from '../kernels/cases/operand.js';
import { judge } from './judge.js';
import { apply, type Mutant, mutantsOf, shuffled } from './mutants.js';
import { reachOf } from './suite.js';

export interface Judged {
  readonly mutant: Mutant;
  /** The kernels that may run the function. */
  readonly kernels: readonly KernelName[];
  /** What the suite noticed; nothing for a survivor. */
  readonly wrong: string | undefined;
}

/** `count` valid mutants. */
export function runMutants(bytes: Uint8Array, seed: number, count: number): Judged[] {
  const module = readModule(bytes);
  const reach = reachOf(module);
  const judged: Judged[] = [];
  for (const mutant of shuffled(mutantsOf(module), seed)) {
    if (judged.length === count) break;
    const kernels = reach[mutant.function];
    if (kernels.length === 0) throw new Error('a kernel has no row in test/kernels/cases/table.ts');
    const mutated = apply(module, mutant);
    if (mutated) judged.push({ mutant, kernels, wrong: judge(mutated, kernels) });
  }
  return judged;
}
