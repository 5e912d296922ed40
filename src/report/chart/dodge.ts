/**
 * Moves labels apart to at least `gap`, as little as possible in the sense of least squares, within
 * `low` to `high`. Keeps the order of the wished places. Null when they do not fit.
 */
export function dodge(
  wished: readonly number[],
  gap: number,
  low: number,
  high: number,
): number[] | null {
  const count = wished.length;
  const room = high - low - (count - 1) * gap;
  if (count > 0 && room < 0) return null;
  const order = wished.map((_, index) => index).sort((a, b) => wished[a] - wished[b] || a - b);
  const placed = new Array<number>(count);
  let rank = 0;
  for (const block of levelled(order.map((index, position) => wished[index] - position * gap))) {
    for (let i = 0; i < block.size; i++, rank++) {
      const level = Math.min(Math.max(block.sum / block.size, low), low + room);
      placed[order[rank]] = level + rank * gap;
    }
  }
  return placed;
}

interface Block {
  sum: number;
  size: number;
}

/** Isotonic regression: neighbours that would fall are pooled at their mean. */
function levelled(values: readonly number[]): Block[] {
  const blocks: Block[] = [];
  for (const value of values) {
    let block = { sum: value, size: 1 };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.sum / last.size <= block.sum / block.size) break;
      block = { sum: last.sum + block.sum, size: last.size + block.size };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks;
}
