import { expect, it } from 'vitest';
import { classColour, classRules } from '../../../src/report/chart/class-colours.js';
import {
  colour,
  colourRule,
  GREYS,
  grey,
  greyRules,
  SIGNED_STEPS,
  signed,
  signedRules,
} from '../../../src/report/chart/shades.js';
import { contrast, luminance } from './luminance.js';

const PAPER = { light: '#ffffff', dark: '#14171a' };
const steps = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const byName = (rules: readonly (readonly string[])[]) =>
  new Map(rules.map(([name, , dark]) => [name, dark]));

it('grey is the further from the ground the higher the level, on light and dark', () => {
  const dark = byName(greyRules('ink'));
  const light = steps(GREYS - 1).map((level) => luminance(grey(level, 'ink')!.stroke));
  const darks = steps(GREYS - 1).map((level) => luminance(dark.get(`g${level}`)!));
  expect(light).toEqual([...light].sort((a, b) => b - a));
  expect(darks).toEqual([...darks].sort((a, b) => a - b));
  expect(grey(0, 'ink')).toBeUndefined();
});

it('images drawn in light are the same on any ground', () => {
  const dark = byName(greyRules('light'));
  expect([grey(0, 'light')!.stroke, grey(GREYS - 1, 'light')!.stroke]).toEqual([
    '#000000',
    '#ffffff',
  ]);
  for (let level = 0; level < GREYS; level++)
    expect(dark.get(`g${level}`)).toBe(grey(level, 'light')!.stroke);
});

it('weights are as far from the ground on both sides of zero', () => {
  const dark = byName(signedRules());
  expect(signed(0)).toBeUndefined();
  for (const step of steps(SIGNED_STEPS)) {
    const [plus, minus] = [signed(step)!, signed(-step)!];
    expect(plus.stroke).not.toBe(minus.stroke);
    const ratio = contrast(plus.stroke, PAPER.light) / contrast(minus.stroke, PAPER.light);
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
    expect(dark.get(plus.class)).not.toBe(dark.get(minus.class));
  }
  expect(contrast(signed(SIGNED_STEPS)!.stroke, PAPER.light)).toBeGreaterThan(4.5);
  expect(contrast(dark.get(`p${SIGNED_STEPS}`)!, PAPER.dark)).toBeGreaterThan(4.5);
});

it('colours have their channels in order, and stay in the dark', () => {
  expect(colour([5, 0, 1])).toMatchObject({ class: 'r5-0-1', stroke: '#ff0033' });
  expect(colourRule([5, 0, 1])).toEqual(['r5-0-1', 'stroke', '#ff0033']);
});

it('classes are told from the ground (WCAG, shapes), in turn', () => {
  const dark = byName(classRules(10));
  for (let k = 0; k < 10; k++) {
    expect(contrast(classColour(k).fill, PAPER.light)).toBeGreaterThan(3);
    expect(contrast(dark.get(`c${k}`)!, PAPER.dark)).toBeGreaterThan(3);
  }
  expect(classColour(10)).toEqual(classColour(0));
  expect(classRules(100)).toHaveLength(20);
  expect(classRules(2).map(([name]) => name)).toEqual(['c0', 'c0', 'c1', 'c1']);
});
