import { cos, sin } from '../math/sine.js';
import { movesImages } from '../plan/augmentation.js';
import { PURPOSE, Stream } from '../random/stream.js';
import type { TrainingJob } from './job.js';

const FLOATS = 6;

/**
 * Draws how the n images of a batch are mirrored, turned and moved, and writes the maps that
 * gather_images reads; undefined where the training moves no images. A sample's draw depends on the
 * seed, the update and its place in the batch alone.
 */
export function createMover({
  memory,
  variant,
  slab,
  shape,
  trial: { seed },
}: TrainingJob): ((update: number, n: number) => void) | undefined {
  const { flip, shift, rotation, ...rest } = variant.training.augmentation;
  if (!shape.image || !movesImages({ flip, shift, rotation, ...rest })) return undefined;
  const maps = new Float32Array(memory.buffer, slab.maps, FLOATS * variant.training.batchSize);
  const middle = { row: (shape.image.height - 1) / 2, column: (shape.image.width - 1) / 2 };
  const mirrors = {
    horizontal: flip === 'horizontal' || flip === 'both',
    vertical: flip === 'vertical' || flip === 'both',
  };
  const radians = (rotation * Math.PI) / 180;
  return (update, n) => {
    const stream = new Stream({ seed, purpose: PURPOSE.augment, step: update });
    for (let j = 0; j < n; j++) {
      const word = stream.word(4 * j);
      const down = Math.floor(stream.uniform32(4 * j + 1) * (2 * shift + 1)) - shift;
      const right = Math.floor(stream.uniform32(4 * j + 2) * (2 * shift + 1)) - shift;
      const angle = radians * (2 * stream.uniform32(4 * j + 3) - 1);
      const upDown = mirrors.vertical && (word & 1) !== 0 ? -1 : 1;
      const leftRight = mirrors.horizontal && (word & 2) !== 0 ? -1 : 1;
      const [c, s] = [cos(angle), sin(angle)];
      // From a pixel of the result back to the image: undo the shift, the turn, then the mirror.
      const rowRow = upDown * c;
      const rowColumn = upDown * s;
      const columnRow = -leftRight * s;
      const columnColumn = leftRight * c;
      const row = middle.row + down;
      const column = middle.column + right;
      maps.set(
        [
          rowRow,
          rowColumn,
          middle.row - rowRow * row - rowColumn * column,
          columnRow,
          columnColumn,
          middle.column - columnRow * row - columnColumn * column,
        ],
        FLOATS * j,
      );
    }
  };
}
