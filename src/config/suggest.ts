/** The candidate that `word` was probably meant to be; undefined when none is near. Of a candidate
 * with dots, such as `training.epochs`, the last part counts. */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > 40) return undefined;
  const key = normalise(word);
  let best: string | undefined;
  // Of one or two letters every other word of that length is a neighbour.
  const most = key.length < 3 ? 0 : Math.max(1, Math.floor(key.length / 3));
  let least = most + 1;
  for (const candidate of candidates) {
    const distance = editDistance(key, normalise(lastPart(candidate)));
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** `; did you mean X?` or nothing: the end of a message. */
export function didYouMean(word: unknown, candidates: readonly string[]): string {
  const name = typeof word === 'string' ? suggest(word, candidates) : undefined;
  return name === undefined ? '' : `; did you mean ${name}?`;
}

function lastPart(candidate: string): string {
  return candidate.slice(candidate.lastIndexOf('.') + 1);
}

/** Letter case and separators count for nothing: `batch_size` is `batchSize`. */
function normalise(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '');
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from a to b. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}
