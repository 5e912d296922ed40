/** All mutants of a module, and a seeded selection of them. */
import { describe } from '../instrumented/binary/instruction.js';
import { type WasmModule, writeModule } from '../instrumented/binary/module.js';
import { uniform } from '../kernels/support/values.js';
import { type Change, changesOf } from './operators.js';

export interface Mutant extends Change {
  /** Number of the function, and of the instruction in it. */
  readonly function: number;
  readonly position: number;
  readonly original: string;
}

export function mutantsOf(module: WasmModule): Mutant[] {
  const callee = (index: number) => module.functions[index].signature;
  return module.functions.flatMap((f, index) =>
    f.body.flatMap((original, position) =>
      changesOf(original, callee).map((change) => ({
        ...change,
        function: index,
        position,
        original: describe(original),
      })),
    ),
  );
}

/** In an order that the seed decides: every mutant is as likely as any other to be among the first. */
export function shuffled(mutants: readonly Mutant[], seed: number): Mutant[] {
  const draw = uniform(seed);
  const ranked = mutants.map((mutant) => ({ mutant, rank: draw() }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ mutant }) => mutant);
}

/** The binary with the one change, or nothing where it would not be valid. */
export function apply(module: WasmModule, mutant: Mutant): Uint8Array | undefined {
  const functions = module.functions.map((f, index) =>
    index === mutant.function
      ? { ...f, body: f.body.flatMap((o, i) => (i === mutant.position ? mutant.replacement : [o])) }
      : f,
  );
  const bytes = new Uint8Array(writeModule({ ...module, functions }));
  return WebAssembly.validate(bytes) ? bytes : undefined;
}

export function describeChange({ original, replacement }: Mutant): string {
  return `${original} → ${replacement.map(describe).join('; ') || 'nothing'}`;
}
