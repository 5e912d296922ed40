/** Sizes of a simulated sweep: one hidden layer of 1 to 400 units on five inputs. */
export const PARAMS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 20, 30, 50, 100, 200, 400].map(
  (units) => 7 * units + 1,
);
/** The first size that interpolates. */
export const THRESHOLD = 8;

const LAST = PARAMS.length - 1;

/** The true test error of every size. */
export interface Shape {
  name: string;
  /** Whether it has a peak, so that "observed" is right. */
  peak: boolean;
  errorAt(size: number): number;
}

export const SHAPES: readonly Shape[] = [
  { name: 'plateau', peak: false, errorAt: () => 1 },
  { name: 'monotone, falling', peak: false, errorAt: (size) => 3 ** (1 - size / LAST) },
  { name: 'monotone, rising', peak: false, errorAt: (size) => 3 ** (size / LAST) },
  { name: 'U', peak: false, errorAt: (size) => 3 ** Math.abs((2 * size) / LAST - 1) },
  { name: 'step down', peak: false, errorAt: (size) => (size <= THRESHOLD ? 2 : 1) },
  { name: 'step up', peak: false, errorAt: (size) => (size < THRESHOLD ? 1 : 2) },
  ...[1.5, 2, 3].map((height) => ({
    name: `peak of ${height} ×`,
    peak: true,
    errorAt: (size: number) => height ** Math.exp(-(((size - THRESHOLD) / 1.5) ** 2)),
  })),
];

/** The training error: falls to nothing where networks interpolate. Labels have variance 1. */
export function trainingAt(size: number): number {
  return size < THRESHOLD ? 0.8 - (0.7 * size) / THRESHOLD : 0.001;
}
