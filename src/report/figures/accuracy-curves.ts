import { setsIn } from '../../results/measured.js';
import type { Results } from '../../results/schema.js';
import { percent } from '../../results/wording.js';
import { metricMeasure } from '../measure.js';
import { panels } from '../panels.js';
import { shareAxis } from '../share-axis.js';

/** A panel per network: the accuracy against epochs. */
export function accuracyCurves(results: Results): string {
  return panels(results, {
    name: 'accuracy-curves',
    title: 'Accuracy',
    what: 'Share of samples answered rightly',
    noun: 'accuracy',
    sets: setsIn(results),
    measure: metricMeasure('accuracy'),
    write: percent,
    axis: (values, range) => shareAxis(values, range, 5),
    notes: () => [],
  });
}
