/** Work between two looks at the cancel word: about 0.2 ms. */
const FLOP_PER_POLL = 4e6;
/** What a step or block costs beside its products, in operations. */
const FLOP_PER_ROUND = 20e3;

/**
 * A poll that is asked every fraction of a millisecond, however small the rounds are.
 *
 * @param flops of the products of one round.
 * @returns called before every round; false when the poll said so.
 */
export function paced(flops: number): (poll: () => boolean) => boolean {
  const rounds = Math.max(1, Math.floor(FLOP_PER_POLL / (flops + FLOP_PER_ROUND)));
  let left = 0;
  return (poll) => {
    if (left === 0) {
      if (!poll()) return false;
      left = rounds;
    }
    left--;
    return true;
  };
}
