import type { Results } from '../results/schema.js';
import { type SweepAxis, sweepAxes } from '../results/sweep-axes.js';
import { axisTitle, combinationWords } from './axis-words.js';

/** How figures call the variants of a sweep. */
export interface VariantLabels {
  /** What the labels name, in a word or two: `network`, `optimizer`. */
  heads: string[];
  /** By id of the variant, no two alike. */
  of: ReadonlyMap<string, string>;
  /** Whether variants are in an order of size, of numbers: their colours then follow it. */
  isOrdered: boolean;
}

/** Hyper-parameters that the id of a network tells. */
const TOLD = new Set(['params', 'network', 'width', 'depth']);

/** What tells variants apart, no more: `adam, 0.01`; networks by their ids, where there are several. */
export function variantLabels(results: Results): VariantLabels {
  const { variants } = results;
  const axes = sweepAxes(results);
  const ids = plainIds(results, axes);
  const several = axes.length === 0 || new Set(ids.values()).size > 1;
  const told = axes.filter(({ name }) => !(several && TOLD.has(name)));
  const labels = variants.map(({ id }) => {
    const values = told.map(({ of }) => of.get(id));
    const network = several ? [ids.get(id)!] : [];
    return [...network, ...(told.length > 0 ? [combinationWords(told, values)] : [])].join(', ');
  });
  const isDistinct = told.length > 0 && new Set(labels).size === labels.length;
  return {
    heads: isDistinct ? [...(several ? ['network'] : []), ...told.map(axisTitle)] : ['network'],
    of: new Map(variants.map(({ id }, at) => [id, isDistinct ? labels[at] : id])),
    isOrdered: told.every(({ kind }) => kind !== 'categories') && !(several && told.length > 0),
  };
}

/** Ids of the networks; without their activation, where that is a hyper-parameter. */
function plainIds({ variants }: Results, axes: readonly SweepAxis[]): Map<string, string> {
  const isTwice = axes.some(({ name }) => name === 'activation');
  return new Map(
    variants.map(({ id, network }) => [id, isTwice ? network.split(' ')[0] : network]),
  );
}
