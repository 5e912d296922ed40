import { lossName, lossNoun } from '../../results/loss-noun.js';
import { REFERENCE_NAMES, recordedLines, referenceLabel } from '../../results/reference-lines.js';
import type { Results } from '../../results/schema.js';
import { figure } from '../../results/wording.js';
import { isPositive, logScale } from '../chart/scale.js';
import { logTicks } from '../chart/ticks.js';
import { LOSS } from '../measure.js';
import { type ReferenceMark, sizeFigure } from '../size-figure.js';
import { droppedNotes, lossWord } from '../words.js';

/** Final training and test error against the number of parameters, both logarithmic. */
export function errorVsParams(results: Results): string {
  return sizeFigure(results, {
    name: 'error-vs-params',
    title: lossNoun(results) === 'error' ? 'Error against size' : 'Loss against size',
    what: `Final loss (${lossWord(results)})`,
    measure: LOSS,
    write: figure,
    references: referenceMarks(results),
    axis: (values, references, range) => {
      const y = logScale([...values, ...references], range);
      return { y, ticks: logTicks(y.low, y.high, 8) };
    },
    axisTitle: `final loss (${lossWord(results)})`,
    notes: droppedNotes,
  });
}

function referenceMarks(results: Results): ReferenceMark[] {
  const lines = recordedLines(results.observations);
  const loss = lossName(results.config);
  return REFERENCE_NAMES.flatMap((name) =>
    (['train', 'test'] as const).flatMap((set) => {
      const value = lines[name]?.[set];
      if (!isPositive(value)) return [];
      return [{ set, value, label: `${referenceLabel(name, loss)}, ${set} ${figure(value)}` }];
    }),
  );
}
