import type { Problem } from '../config/problem.js';
import type { DataConfig } from '../config/types.js';
import type { Variant } from '../plan/trial.js';
import { originOf } from './origin.js';
import type { ModelNetwork, ModelRecord } from './record.js';

/**
 * Why networks cannot start from a model: a line for each that has other widths, or none of the biases
 * that it would start with; and for inputs that are scaled in another way. Activations may differ.
 *
 * @param where the model, as a message shows it.
 */
export function initialProblems(
  model: ModelRecord,
  where: string,
  variants: readonly Pick<Variant, 'network'>[],
  data: readonly Pick<DataConfig, 'scaling'>[],
): Problem[] {
  const problem = (at: string, found: string, expected: string): Problem => ({
    where: at,
    message: `found ${found}, expected ${expected} as in ${where}`,
  });
  const wanted = widthsOf(model.network);
  const ofNetworks = variants.flatMap(({ network }): Problem[] => {
    const widths = widthsOf(network);
    if (widths !== wanted) return [problem('networks.hidden', widths, wanted)];
    const bare = network.layers.findIndex(({ bias }, l) => !bias && model.network.layers[l].bias);
    if (bare < 0) return [];
    const found = `${widths} without biases in layer ${bare + 1}`;
    return [problem('networks.hidden', found, 'some')];
  });
  const scalings = scalingsOf(model);
  const ofData = data
    .filter(({ scaling }) => !scalings.includes(scaling))
    .map(({ scaling }) => problem('data.scaling', scaling, scalings.join(' or ')));
  const all = [...ofNetworks, ...ofData];
  return [...new Map(all.map((each) => [each.message, each])).values()];
}

/** `4-2-1` */
function widthsOf({
  inputs,
  layers,
}: Pick<ModelNetwork, 'inputs'> & {
  layers: readonly { units: number }[];
}): string {
  return [inputs, ...layers.map(({ units }) => units)].join('-');
}

/** Ways in which the inputs of a model were scaled: where its origin does not say, any. */
function scalingsOf(model: ModelRecord): DataConfig['scaling'][] {
  if (!model.scale) return ['none'];
  const { scaling } = originOf(model).data;
  return scaling === 'standard' || scaling === 'minmax' ? [scaling] : ['standard', 'minmax'];
}
