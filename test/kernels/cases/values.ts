/** What the operands of a call hold. */
import { type Draw, special, uniform } from '../support/values.js';
import type { Operand, Sizes } from './operand.js';

/**
 * - unit: −1 … 1, with some zeros and least subnormals: what activations are compared with.
 * - wide: many magnitudes, up to 128.
 * - tiny: zeros of one sign, and numbers so small that their products are such zeros; each operand
 *   has a sign of its own. A sum of them tells +0 from −0, and from nothing at all. For every third
 *   seed, zeros only.
 * - mixed: unit, but every third operand is as small as that, of both signs.
 * - floats: any bits, as likely of one magnitude as of another.
 * - special: as unit, with NaN, infinities, signed zeros, subnormals and the largest among them.
 */
export type ValueKind = 'unit' | 'wide' | 'tiny' | 'mixed' | 'floats' | 'special';

const ZERO = [0];
const TINY = [0, 2 ** -149, 2 ** -149, 2 ** -75, 2 ** -127];

interface Source extends Sizes {
  readonly values: ValueKind;
  readonly seed: number;
}

/** `argument`: each operand has a source of its own, within what the operand may hold. */
export function drawOf(source: Source, argument: number, operand: Operand): Draw {
  const own = 1 + source.seed * 131 + argument * 7919;
  const draw = anyOf(source, own, argument);
  if (operand.positive) return () => Math.abs(draw());
  if (!operand.labels) return draw;
  const unit = uniform(own + 1);
  return () => (Math.abs(unit()) < 0.1 ? draw() : Math.floor(((unit() + 1) / 2) * source.m));
}

function anyOf({ values, seed, k, n }: Source, own: number, argument: number): Draw {
  const unit = uniform(own);
  // The first number of a small seed is small: it decides nothing.
  unit();
  const sign = () => (unit() < 0 ? -1 : 1);
  switch (values) {
    case 'unit':
      return () => near(unit());
    case 'wide':
      return () => unit() * 2 ** Math.round(7 * unit());
    case 'tiny': {
      const one = sign();
      return () => one * pick(seed % 3 === 0 ? ZERO : TINY, unit());
    }
    case 'mixed':
      return (seed + argument) % 3 === 0 ? () => sign() * pick(TINY, unit()) : () => near(unit());
    case 'floats':
      return () => asFloat(Math.round(unit() * 2 ** 31));
    case 'special':
      return special(own, 1 + Math.max(k, n >>> 2));
  }
}

/** `x`: −1 … 1. */
function pick<T>(list: readonly T[], x: number): T {
  return list[Math.floor(((x + 1) / 2) * list.length)];
}

function asFloat(bits: number): number {
  return new Float32Array(Int32Array.of(bits).buffer)[0];
}

/** One number in sixteen becomes a zero, and as many the least subnormal; the sign stays. */
function near(x: number): number {
  if (Math.abs(x) < 1 / 16) return 0 * x;
  return Math.abs(x) < 1 / 8 ? Math.sign(x) * 2 ** -149 : x;
}
