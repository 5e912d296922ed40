/** Shades of pictures that are made of small squares: grey for images, two colours for weights. */

/** Grey levels of an image: 0 … GREYS − 1. */
export const GREYS = 16;

/** `ink`: level 0 is the ground, the highest one ink; `light`: level 0 is black, the highest white. */
export type GreyScale = 'ink' | 'light';

/** Attributes of the squares of a level; undefined for the ground, which has none. */
export function grey(level: number, scale: GreyScale): Record<string, string> | undefined {
  if (level === 0 && scale === 'ink') return undefined;
  return { class: `g${level}`, stroke: greyOn(level, scale, LIGHT), fill: 'none' };
}

/** Their dark counterparts: an image drawn in light is the same on any ground. */
export function greyRules(scale: GreyScale): [name: string, property: string, dark: string][] {
  return levelsOf(GREYS).map((level) => [`g${level}`, 'stroke', greyOn(level, scale, DARK)]);
}

/** Steps of a weight on each side of zero, which is the ground. */
export const SIGNED_STEPS = 6;

/** Attributes of the squares of step −SIGNED_STEPS … SIGNED_STEPS; undefined for zero. */
export function signed(step: number): Record<string, string> | undefined {
  if (step === 0) return undefined;
  return { class: signedName(step), stroke: signedOn(step, LIGHT), fill: 'none' };
}

export function signedRules(): [name: string, property: string, dark: string][] {
  return levelsOf(SIGNED_STEPS)
    .flatMap((level) => [level + 1, -level - 1])
    .map((step) => [signedName(step), 'stroke', signedOn(step, DARK)]);
}

/** Levels of each channel of an image in colours. */
export const CHANNEL_LEVELS = 6;

/** Attributes of the squares of a colour; the same on any ground. */
export function colour(levels: readonly number[]): Record<string, string> {
  return { class: colourName(levels), stroke: colourOf(levels), fill: 'none' };
}

/** So that style sheets know every colour: this one stays as it is. */
export function colourRule(levels: readonly number[]): [string, string, string] {
  return [colourName(levels), 'stroke', colourOf(levels)];
}

interface Ground {
  paper: number;
  ink: number;
  negative: number;
  positive: number;
}

const LIGHT: Ground = { paper: 0xffffff, ink: 0x1b1f24, negative: 0x1a4f94, positive: 0xb03a06 };
const DARK: Ground = { paper: 0x14171a, ink: 0xf2f4f6, negative: 0x9ccbff, positive: 0xffb583 };

function greyOn(level: number, scale: GreyScale, { paper, ink }: Ground): string {
  const share = level / (GREYS - 1);
  return scale === 'ink' ? mixed(paper, ink, share) : mixed(0x000000, 0xffffff, share);
}

function signedOn(step: number, { paper, negative, positive }: Ground): string {
  const share = Math.abs(step) / SIGNED_STEPS;
  return mixed(paper, step < 0 ? negative : positive, share);
}

function signedName(step: number): string {
  return step < 0 ? `n${-step}` : `p${step}`;
}

function colourOf(levels: readonly number[]): string {
  const [r, g, b] = levels.map((level) => Math.round((255 * level) / (CHANNEL_LEVELS - 1)));
  return hex((r << 16) + (g << 8) + b);
}

function colourName(levels: readonly number[]): string {
  return `r${levels.join('-')}`;
}

function mixed(from: number, to: number, share: number): string {
  const channel = (shift: number) => {
    const [a, b] = [(from >> shift) & 255, (to >> shift) & 255];
    return Math.round(a + share * (b - a)) << shift;
  };
  return hex(channel(16) + channel(8) + channel(0));
}

function hex(rgb: number): string {
  return `#${rgb.toString(16).padStart(6, '0')}`;
}

function levelsOf(count: number): number[] {
  return Array.from({ length: count }, (_, level) => level);
}
