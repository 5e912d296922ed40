/** A figure of a run folder, and what it shows. */
export interface Shown {
  path: string;
  title: string;
}

const shown = (file: string, title: string): Shown => ({ path: `figures/${file}`, title });

export const CURVES: readonly Shown[] = [
  shown('loss-curves.svg', 'Learning curves of all networks'),
  shown('loss-panels.svg', 'Learning curves, a panel per network'),
];

const SOMETIMES: readonly Shown[] = [
  shown('accuracy-curves.svg', 'Accuracy after each epoch, a panel per network'),
  shown('confusion.svg', 'Confusion matrix of the best network'),
  shown('decision-boundary.svg', 'What the best network answers over the plane of its inputs'),
  shown('predicted-vs-true.svg', 'What the best network predicts against what is true'),
  shown('misread.svg', 'Test images that the best network misreads'),
  shown('first-layer.svg', 'Weights of the first layer of the best network'),
];

export const TIMELINE = shown('timeline.svg', 'Which worker trained what, and when');

/** Those that only some runs have. @param files paths inside the folder. */
export function sometimesShown(files: readonly string[]): Shown[] {
  return SOMETIMES.filter(({ path }) => files.includes(path));
}
