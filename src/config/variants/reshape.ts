import type { HiddenLayerConfig } from '../types.js';

type Hidden = readonly (number | HiddenLayerConfig)[];

/**
 * A network of so many hidden layers, or of layers so wide. What the layers say for themselves
 * stays; further layers are like the last.
 */
export function reshape(
  hidden: Hidden,
  { depth = hidden.length, width }: { depth?: number | undefined; width?: number | undefined },
): (number | HiddenLayerConfig)[] {
  const layers = Array.from({ length: depth }, (_, i) => hidden[Math.min(i, hidden.length - 1)]);
  if (width === undefined) return layers;
  return layers.map((layer) => (typeof layer === 'number' ? width : { ...layer, units: width }));
}
