import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVATION_DEFAULTS } from '../../src/config/training-defaults.js';
import type { ActivationName } from '../../src/config/types.js';
import { curveOf } from '../../src/diagnose/activation.js';
import { createReferenceKernels } from '../../src/kernels/reference/index.js';
import { ACTIVATIONS } from '../../src/train/activation.js';
import { bind } from '../../src/train/bind.js';
import { createStepState } from '../../src/train/step-state.js';

type Name = Exclude<ActivationName, 'softmax'>;
const NAMES = (Object.keys(ACTIVATION_DEFAULTS) as ActivationName[]).filter(
  (name): name is Name => name !== 'softmax',
);
const paramsOf = (name: Name) => {
  const { name: _, ...params } = ACTIVATION_DEFAULTS[name] as Record<string, number>;
  return params;
};

/** What the trainer makes of an argument. */
function trained(name: Name, z: number): number {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const kernels = createReferenceKernels(memory);
  const place = { at: 1024, ld: 4 };
  const value = new Float32Array(memory.buffer, 1024, 1);
  value[0] = z;
  const list = ACTIVATIONS[name].forward(place, place, 1, 1, paramsOf(name));
  for (const run of bind(kernels, list, createStepState())) run();
  return value[0];
}

describe.each(NAMES)('%s', (name) => {
  const { value, slope } = curveOf(name, paramsOf(name));

  it('has the values of the trainer', () => {
    for (const z of [-90, -12, -3.5, -1, -0.25, -1e-3, 0, 1e-3, 0.5, 2, 7.25, 60]) {
      const expected = trained(name, z);
      const here = value(Math.fround(z));
      expect(Math.abs(here - expected), String(z)).toBeLessThanOrEqual(
        1e-6 * Math.abs(expected) + 1e-12,
      );
    }
  });

  it('has the slope of its values', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (z) => {
        const h = 1e-5;
        fc.pre(Math.abs(z) > 2 * h);
        expect((value(z + h) - value(z - h)) / (2 * h)).toBeCloseTo(slope(z), 6);
      }),
    );
  });

  it('does not hide what is not a number', () => {
    expect(value(Number.NaN)).toBeNaN();
  });
});

it('has the slopes of the trainer at the kink', () => {
  expect(curveOf('relu', {}).slope(0)).toBe(0);
  expect(curveOf('leaky-relu', { slope: 0.1 }).slope(0)).toBe(0.1);
});
