/**
 * The fold of every row, by row number. Rows are cut into stretches in `order`, or, stratified,
 * dealt in turns class by class: then folds hold as many rows of a class, and as many rows, within
 * one.
 *
 * @param order of the rows, each once.
 */
export function foldOfRows(
  order: Uint32Array,
  folds: number,
  labels?: ArrayLike<number>,
): Uint32Array {
  const rows = order.length;
  const foldOf = new Uint32Array(rows);
  if (labels) {
    const byClass = order.toSorted((a, b) => labels[a] - labels[b]);
    byClass.forEach((row, position) => {
      foldOf[row] = position % folds;
    });
    return foldOf;
  }
  for (let fold = 0; fold < folds; fold++) {
    const [from, to] = stretch(rows, folds, fold);
    for (let position = from; position < to; position++) foldOf[order[position]] = fold;
  }
  return foldOf;
}

/** How many rows a fold holds, before any is dealt. */
export function foldRows(rows: number, folds: number, fold: number, stratified: boolean): number {
  if (stratified) return Math.floor((rows - fold - 1) / folds) + 1;
  const [from, to] = stretch(rows, folds, fold);
  return to - from;
}

function stretch(rows: number, folds: number, fold: number): [from: number, to: number] {
  return [Math.floor((rows * fold) / folds), Math.floor((rows * (fold + 1)) / folds)];
}
