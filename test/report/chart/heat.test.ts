import { expect, it } from 'vitest';
import { HEAT_STEPS, heat, heatRules, heatText } from '../../../src/report/chart/heat.js';

const STEPS = Array.from({ length: HEAT_STEPS }, (_, at) => at + 1);

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (high + 0.05) / (low + 0.05);
}

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
