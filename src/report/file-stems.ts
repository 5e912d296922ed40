/** Longer names than this may not be files everywhere. */
const LONGEST_STEM = 100;

/**
 * What files about so many things are called, without prefix and extension: `4-2-1`. Ids that make no
 * safe or no distinct name get a number.
 *
 * @param ids no two alike.
 * @param prefix that counts to the length.
 */
export function fileStems(ids: readonly string[], prefix = ''): Map<string, string> {
  const taken = new Set<string>();
  const stems = new Map<string, string>();
  ids.forEach((id, index) => {
    const safe = `${prefix}${id.replace(/[^A-Za-z0-9._-]/g, '_')}`.slice(0, LONGEST_STEM);
    // Some file systems take two cases of a letter for one.
    const stem = taken.has(safe.toLowerCase()) ? `${safe}~${index}` : safe;
    taken.add(safe.toLowerCase());
    stems.set(id, stem);
  });
  return stems;
}
