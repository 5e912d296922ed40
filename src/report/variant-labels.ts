import type { Results, VariantRecord } from '../results/schema.js';
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
  const axes = sweepAxes(results);
  const wished = labelled(results, axes, ({ network }) => network.split(' ')[0]);
  if (wished !== undefined) return wished;
  return labelled(results, axes, ({ network }) => network) ?? byId(results);
}

/** Undefined where two variants would be called alike, or where nothing varies. */
function labelled(
  { variants }: Results,
  axes: readonly SweepAxis[],
  networkOf: (variant: VariantRecord) => string,
): VariantLabels | undefined {
  const several = new Set(variants.map(networkOf)).size > 1;
  const told = axes.filter(({ name }) => !(several && TOLD.has(name)));
  const labels = variants.map((variant) => {
    const values = told.map(({ of }) => of.get(variant.id));
    const network = several ? [networkOf(variant)] : [];
    return [...network, ...(told.length > 0 ? [combinationWords(told, values)] : [])].join(', ');
  });
  if (told.length === 0 || new Set(labels).size < labels.length) return undefined;
  return {
    heads: [...(several ? ['network'] : []), ...told.map(axisTitle)],
    of: new Map(variants.map(({ id }, at) => [id, labels[at]])),
    isOrdered: !several && told.every(({ kind }) => kind !== 'categories'),
  };
}

function byId({ variants }: Results): VariantLabels {
  return { heads: ['network'], of: new Map(variants.map(({ id }) => [id, id])), isOrdered: true };
}
