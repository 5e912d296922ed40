/** What the operands of a call hold. */
import { type Draw, special, uniform } from '../support/values.js';
import type { Operand, Sizes } from './operand.js';

/**
 * - unit: −1 … 1.
 * - wide: many magnitudes, up to 128.
 * - tiny: zeros of one sign, and numbers so small that their products are such zeros; each operand
 *   has a sign of its own. A sum of them tells +0 from −0, and from nothing at all.
 * - mixed: each operand its own among these three.
 * - floats: any bits, as likely of one magnitude as of another.
 * - special: as unit, with NaN, infinities, signed zeros, subnormals and the largest among them.
 */
export type ValueKind = 'unit' | 'wide' | 'tiny' | 'mixed' | 'floats' | 'special';

const MIXED = ['unit', 'wide', 'tiny'] as const;

const TINY = [0, 0, 2 ** -149, 2 ** -75, 2 ** -127];

interface Source extends Sizes {
  readonly values: ValueKind;
  readonly seed: number;
}

/** `argument`: each operand has a source of its own, within what the operand may hold. */
export function drawOf(source: Source, argument: number, operand: Operand): Draw {
  const own = 1 + source.seed * 131 + argument * 7919;
  const draw = anyOf(source, own);
  if (operand.positive) return () => Math.abs(draw());
  if (!operand.labels) return draw;
  const unit = uniform(own + 1);
  return () => (Math.abs(unit()) < 0.1 ? draw() : Math.floor(((unit() + 1) / 2) * source.m));
}

function anyOf({ values, k, n }: Source, own: number): Draw {
  const unit = uniform(own);
  // The first number of a small seed is small: it decides nothing.
  unit();
  if (values === 'special') return special(own, 1 + Math.max(k, n >>> 2));
  const kind = values === 'mixed' ? pick(MIXED, unit()) : values;
  if (kind === 'unit') return unit;
  if (kind === 'wide') return () => unit() * 2 ** Math.round(7 * unit());
  if (kind === 'floats') return () => asFloat(Math.round(unit() * 2 ** 31));
  const sign = unit() < 0 ? -1 : 1;
  return () => sign * pick(TINY, unit());
}

/** `x`: −1 … 1. */
function pick<T>(list: readonly T[], x: number): T {
  return list[Math.floor(((x + 1) / 2) * list.length)];
}

function asFloat(bits: number): number {
  return new Float32Array(Int32Array.of(bits).buffer)[0];
}
