import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/results/canonical.js';

describe('canonicalJson', () => {
  it('sorts keys at every depth and leaves no space', () => {
    expect(canonicalJson({ b: [{ z: 1, y: null }], a: 'x y', B: true })).toBe(
      '{"B":true,"a":"x y","b":[{"y":null,"z":1}]}',
    );
  });

  it('writes numbers in their shortest form and no negative zero', () => {
    expect(canonicalJson([1e-8, 0.1, 1e21, -0, 100])).toBe('[1e-8,0.1,1e+21,0,100]');
  });

  it('leaves out undefined members, and keeps a key called __proto__', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(canonicalJson(JSON.parse('{"__proto__":1}'))).toBe('{"__proto__":1}');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, () => 0, 1n, Symbol('s'), undefined])(
    'refuses %s',
    (value) => {
      expect(() => canonicalJson({ value: [value] })).toThrow(TypeError);
    },
  );

  it('means the same as the value, in whatever order its keys came', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).reverse();
  return Object.fromEntries(members.map(([key, member]) => [key, reversed(member)]));
}
