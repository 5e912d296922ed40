import type { SweepConfig } from '../config/types.js';
import { type Setting, settingsOf } from '../config/variants/settings.js';
import type { Results } from './schema.js';

/** A hyper-parameter in which variants differ, and its values in the order of the variants. */
export interface VariedAxis {
  name: string;
  values: (number | string | boolean)[];
}

/** The hyper-parameters in which variants differ. */
export function variedAxes({ variants }: Pick<Results, 'variants'>): VariedAxis[] {
  const names = [...new Set(variants.flatMap(({ hyper }) => Object.keys(hyper)))];
  return names.map((name) => ({
    name,
    values: [...new Set(variants.flatMap(({ hyper: { [name]: value } }) => value ?? []))],
  }));
}

/** By config: every figure asks, and a thousand settings take most of a second. */
const settled = new WeakMap<object, Setting[]>();

/** The complete configs of which the variants of these results are made. */
export function settingsIn({ config }: Pick<Results, 'config'>): readonly Setting[] {
  const known = settled.get(config);
  if (known) return known;
  const recorded = config as unknown as SweepConfig;
  const found = recorded.variants ? settingsOf(recorded) : [{ hyper: {}, config: recorded }];
  settled.set(config, found);
  return found;
}

/** Whether losses are those of one kind on one kind of data: only then they can be compared. */
export function comparesLosses(results: Pick<Results, 'config'>): {
  loss: boolean;
  data: boolean;
} {
  const settings = settingsIn(results).map(({ config }) => config);
  const isOne = (of: (config: SweepConfig) => unknown) =>
    new Set(settings.map((config) => JSON.stringify(of(config)))).size === 1;
  return { loss: isOne(({ training }) => training?.loss), data: isOne(({ data }) => data) };
}
