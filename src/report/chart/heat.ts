import { viridis } from './palette.js';

/** Shares above zero are coloured in so many steps. */
export const HEAT_STEPS = 20;

/** Attributes of a shape of step 1 … HEAT_STEPS; 0 is the ground and has no shape. */
export function heat(step: number): Record<string, string> {
  return { class: `h${step}`, fill: onLight(step), stroke: 'none' };
}

/** Attributes of a text on such a shape. */
export function heatText(step: number): Record<string, string> {
  return { class: `k${step}`, fill: textOn(step === 0 ? '#ffffff' : onLight(step)) };
}

/** Attributes of a line of that step. */
export function heatLine(step: number): Record<string, string> {
  return { class: `l${step}`, fill: 'none', stroke: onLight(step) };
}

/** Their counterparts on a dark screen. */
export function heatLineRules(): [name: string, property: string, dark: string][] {
  return Array.from({ length: HEAT_STEPS }, (_, at) => [`l${at + 1}`, 'stroke', onDark(at + 1)]);
}

/** Counterparts of shapes and texts on a dark screen, where more is brighter. */
export function heatRules(): [name: string, property: string, dark: string][] {
  return Array.from({ length: HEAT_STEPS }, (_, at) => at + 1).flatMap((step) => [
    [`h${step}`, 'fill', onDark(step)],
    [`k${step}`, 'fill', textOn(onDark(step))],
  ]);
}

/** From nearly white to dark: the further from the ground, the more. Viridis alone would begin with
 * a yellow that outshines what matters. */
function onLight(step: number): string {
  const share = step / HEAT_STEPS;
  return towardsWhite(viridis(0.6 * (1 - share)), 0.9 * (1 - share));
}

function towardsWhite(colour: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16);
    return Math.round(value + share * (255 - value))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

function onDark(step: number): string {
  return viridis(0.08 + (0.92 * step) / HEAT_STEPS);
}

/** Black or white, whichever has more contrast (WCAG 2). */
function textOn(ground: string): string {
  const light = luminance(ground);
  return (light + 0.05) / 0.05 > 1.05 / (light + 0.05) ? '#000000' : '#ffffff';
}

function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
