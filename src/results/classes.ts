import type { ClassRecord } from './schema.js';

/** The sum of confusion matrices of equal size; undefined where there is none. */
export function sumMatrices(matrices: readonly number[][][]): number[][] | undefined {
  if (matrices.length === 0) return undefined;
  return matrices[0].map((row, k) =>
    row.map((_, answer) => matrices.reduce((sum, matrix) => sum + matrix[k][answer], 0)),
  );
}

/**
 * How a network does on every class, from samples by class (row) and answer (column). A share of
 * nothing is null: the precision of a class that is never answered, the recall of one that has no
 * samples, the F1 of one that is neither.
 *
 * @param names of the classes; where there are none, their numbers.
 */
export function classRecords(
  matrix: readonly number[][],
  names?: readonly string[],
): ClassRecord[] {
  return matrix.map((row, k) => {
    const hits = row[k];
    const support = row.reduce((sum, count) => sum + count, 0);
    const answered = matrix.reduce((sum, { [k]: count }) => sum + count, 0);
    return {
      name: className(k, names),
      precision: share(hits, answered),
      recall: share(hits, support),
      f1: share(2 * hits, answered + support),
      support,
    };
  });
}

/** What class k is called. */
export function className(k: number, names?: readonly string[]): string {
  return names?.[k] ?? String(k);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
