import type { AxisValue, SweepAxis } from '../results/sweep-axes.js';
import { grouped, listed } from '../results/wording.js';
import { fileStems } from './file-stems.js';

/** Where the key of the config says too little. */
const TITLES: Readonly<Record<string, string>> = {
  params: 'parameters',
  train: 'training samples',
  test: 'test samples',
};

/** `learning rate`, `output activation`; `parameters`. */
export function axisTitle({ name }: Pick<SweepAxis, 'name'>): string {
  return Object.hasOwn(TITLES, name) ? TITLES[name] : keyWords(name);
}

function keyWords(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after}`)
    .replace(/\./g, ' ')
    .toLowerCase();
}

/** In a sentence: `size, learning rate and optimizer`. */
export function axisTitles(axes: readonly SweepAxis[]): string {
  const words = axes.map((axis) => (axis.name === 'params' ? 'size' : axisTitle(axis)));
  return listed(words, words.length);
}

/** `learning-rate`, by name of the axis: for names of files, no two alike. */
export function axisStems(axes: readonly SweepAxis[]): Map<string, string> {
  const words = axes.map((axis) =>
    axis.name === 'params' ? 'params' : keyWords(axis.name).replace(/\s+/g, '-'),
  );
  const ids = words.map((word, at) => (words.indexOf(word) < at ? `${word}~${at}` : word));
  const stems = fileStems(ids);
  return new Map(axes.map(({ name }, at) => [name, stems.get(ids[at])!]));
}

/** A value by itself: `0.01`, `adam`, `2,401 params`, `no shuffle`. */
function valueWords(axis: SweepAxis, value: AxisValue | undefined): string {
  if (value === undefined) return '–';
  if (axis.name === 'params') return `${grouped(Number(value))} params`;
  if (typeof value === 'boolean') return value ? axisTitle(axis) : `no ${axisTitle(axis)}`;
  return String(value);
}

/** Values that belong together: `adam, 0.01`. */
export function combinationWords(
  axes: readonly SweepAxis[],
  values: readonly (AxisValue | undefined)[],
): string {
  return axes.map((axis, at) => valueWords(axis, values[at])).join(', ');
}

/** What lies along an axis: its values, and in words. */
export interface Described {
  title: string;
  kind: SweepAxis['kind'];
  /** Numbers ascending. */
  values: readonly AxisValue[];
  labels: readonly string[];
}

/** An axis in words; sizes are plain numbers, because the title says what of. */
export function described(axis: SweepAxis): Described {
  const { name, kind, values } = axis;
  const labels = values.map((value) =>
    name === 'params' ? grouped(Number(value)) : valueWords(axis, value),
  );
  return { title: axisTitle(axis), kind, values, labels };
}
