/** One call: what the reference makes of it, and whether other kernels make the same. */
import type { Kernels } from '../../../src/kernels/contract.js';
import { type Field, Grant, type Segment } from './field.js';
import type { Argument, KernelName } from './operand.js';
import { type Choice, place } from './place.js';

export interface Prepared {
  readonly kernel: KernelName;
  readonly choice: Choice;
  readonly args: readonly number[];
  readonly before: readonly Segment[];
  readonly wanted: readonly Segment[];
  readonly returned: number | undefined;
}

type Callable = (...args: readonly number[]) => number | undefined;

/** Leaves the reference's result in the field. */
export function prepare(
  field: Field,
  reference: Kernels,
  kernel: KernelName,
  list: readonly Argument[],
  choice: Choice,
): Prepared {
  field.reset();
  const args = place(field, list, choice);
  const before = field.save();
  const returned = run(reference, kernel, args);
  const wanted = field.save();
  const prepared = { kernel, choice, args, before, wanted, returned };
  const stray = strayWord(field, prepared);
  if (stray) throw new Error(`${describeCall(prepared)}: the reference wrote ${stray}`);
  return prepared;
}

/** Runs the call; what is wrong with it, or nothing. */
export function attempt(field: Field, kernels: Kernels, call: Prepared): string | undefined {
  field.restore(call.before);
  let got: number | undefined;
  try {
    got = run(kernels, call.kernel, call.args);
  } catch (error) {
    return `trapped: ${(error as Error).message}`;
  }
  if (!Object.is(got, call.returned)) return `returned ${got}, reference ${call.returned}`;
  return strayWord(field, call) ?? wrongResult(field, call);
}

function run(kernels: Kernels, kernel: KernelName, args: readonly number[]) {
  return (kernels[kernel] as unknown as Callable)(...args);
}

export function describeCall({ kernel, choice }: Pick<Prepared, 'kernel' | 'choice'>): string {
  const { m, n, k, gaps, skips, values, seed, inPlace, flush } = choice;
  const end = flush < 0 ? '' : `, argument ${flush} at the end of the memory`;
  const place = inPlace ? ', in place' : '';
  const layout = `gaps ${gaps.join(' ')}, skips ${skips.join(' ')}`;
  return `${kernel} ${m}×${n}×${k} (${values} values, seed ${seed}, ${layout}${place}${end})`;
}

/** A word written that was not granted. */
function strayWord(field: Field, { before }: Prepared): string | undefined {
  if (!field.intact(before)) return 'far outside its operands';
  for (const { at, words, grants } of before) {
    for (let w = 0; w < words.length; ++w) {
      if (!(grants[w] & Grant.write) && field.u32[at + w] !== words[w]) {
        return `word ${at + w}, outside its outputs`;
      }
    }
  }
  return undefined;
}

function wrongResult(field: Field, { wanted }: Prepared): string | undefined {
  for (const { at, words, grants } of wanted) {
    for (let w = 0; w < words.length; ++w) {
      const got = field.u32[at + w];
      if (grants[w] & Grant.result && got !== words[w] && !(isNan(got) && isNan(words[w]))) {
        return `word ${at + w}: ${asFloat(got)}, reference ${asFloat(words[w])}`;
      }
    }
  }
  return undefined;
}

/** NaN payloads are the one freedom that engines have. */
function isNan(word: number): boolean {
  return (word & 0x7fffffff) > 0x7f800000;
}

function asFloat(word: number): string {
  return `${new Float32Array(Uint32Array.of(word).buffer)[0]}`;
}
