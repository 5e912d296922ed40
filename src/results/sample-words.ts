import type { DatasetRecord } from './schema.js';
import { grouped } from './wording.js';

type Rows = Pick<DatasetRecord, 'trainRows' | 'validationRows' | 'testRows'>;

/** `500 training and 50 test samples`; folds may differ by a row: `142 to 143 training and …`. */
export function sampleWords(datasets: readonly Rows[]): string {
  const rows = (key: keyof Rows) => {
    const counts = datasets.map((dataset) => dataset[key]);
    if (counts.length === 0) return '0';
    const [low, high] = counts.reduce(
      ([low, high], count) => [Math.min(low, count), Math.max(high, count)],
      [counts[0], counts[0]],
    );
    return low === high ? grouped(low) : `${grouped(low)} to ${grouped(high)}`;
  };
  const validation = rows('validationRows');
  const train = `${rows('trainRows')} training`;
  const others = validation === '0' ? train : `${train}, ${validation} validation`;
  return `${others} and ${rows('testRows')} test samples`;
}
