import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configHash, sha256Hex } from '../../src/results/hash.js';

describe('sha256Hex', () => {
  it('knows the published answers', () => {
    const of = (text: string) => sha256Hex(new TextEncoder().encode(text));
    expect(of('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('agrees with another implementation', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });
});

describe('configHash', () => {
  it('is the head of the hash of the canonical text', () => {
    const expected = createHash('sha256').update('{"a":1,"b":[2]}').digest('hex').slice(0, 8);
    expect(configHash({ b: [2], a: 1 })).toBe(expected);
    expect(configHash({ a: 1, b: [2] })).toBe(expected);
    expect(configHash({ a: 1, b: [3] })).not.toBe(expected);
  });
});
