import type { AugmentationConfig } from '../config/types.js';

/** Whether images are mirrored, moved or turned. */
export function movesImages({ flip, shift, rotation }: AugmentationConfig): boolean {
  return flip !== 'none' || shift > 0 || rotation > 0;
}
