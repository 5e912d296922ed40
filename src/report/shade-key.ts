import { HEAT_STEPS, heat } from './chart/heat.js';
import { ink } from './chart/palette.js';
import { element, text } from './chart/svg.js';
import type { ScoreShades } from './score-shades.js';

/** What the colours of a heat map mean: best, middle and worst beside a bar of them. */
export function shadeKey(
  x: number,
  y: number,
  height: number,
  shades: ScoreShades,
  write: (value: number) => string,
): string {
  const step = height / HEAT_STEPS;
  const swatches = Array.from({ length: HEAT_STEPS }, (_, at) =>
    element('rect', {
      ...{ x, y: y + height - (at + 1) * step, width: 12, height: step + 0.2 },
      ...heat(at + 1),
    }),
  );
  const label = (share: number, words: string) =>
    text(x + 17, y + height * (1 - share) + 3.5, words, { ...ink('dim'), 'font-size': '10' });
  return [
    ...swatches,
    label(1, `${write(shades.best)} best`),
    label(0.5, write(shades.middle)),
    label(0, `${write(shades.worst)}${shades.isCut ? ' or worse' : ''}`),
  ].join('');
}
