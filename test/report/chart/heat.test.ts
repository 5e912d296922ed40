import { expect, it } from 'vitest';
import {
  HEAT_STEPS,
  heat,
  heatLine,
  heatLineRules,
  heatRules,
  heatText,
} from '../../../src/report/chart/heat.js';
import { contrast, luminance } from './luminance.js';

const STEPS = Array.from({ length: HEAT_STEPS }, (_, at) => at + 1);

it('is the further from the ground the more there is, on light and dark', () => {
  const dark = new Map(heatRules().map(([name, , colour]) => [name, colour]));
  for (const step of STEPS.slice(1)) {
    expect(luminance(heat(step).fill)).toBeLessThan(luminance(heat(step - 1).fill));
    expect(luminance(dark.get(`h${step}`)!)).toBeGreaterThan(luminance(dark.get(`h${step - 1}`)!));
  }
});

it('carries legible text on every step (WCAG AA)', () => {
  const dark = new Map(heatRules().map(([name, , colour]) => [name, colour]));
  for (const step of STEPS) {
    expect(contrast(heatText(step).fill, heat(step).fill)).toBeGreaterThan(4.5);
    expect(contrast(dark.get(`k${step}`)!, dark.get(`h${step}`)!)).toBeGreaterThan(4.5);
  }
});

it('has lines of the same colours', () => {
  const dark = new Map(heatRules().map(([name, , colour]) => [name, colour]));
  for (const step of STEPS) expect(heatLine(step).stroke).toBe(heat(step).fill);
  expect(heatLineRules()).toEqual(
    STEPS.map((step) => [`l${step}`, 'stroke', dark.get(`h${step}`)]),
  );
});
