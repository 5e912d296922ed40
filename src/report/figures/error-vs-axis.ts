import { lossName, lossNoun } from '../../results/loss-noun.js';
import { REFERENCE_NAMES, recordedLines, referenceLabel } from '../../results/reference-lines.js';
import type { Results } from '../../results/schema.js';
import type { SweepAxis } from '../../results/sweep-axes.js';
import { comparesLosses } from '../../results/varied.js';
import { figure } from '../../results/wording.js';
import { alongAxis, alongSize } from '../axis-figure/along.js';
import { axisFigure } from '../axis-figure/draw.js';
import type { AxisFigure, ReferenceMark } from '../axis-figure/spec.js';
import { axisTitle } from '../axis-words.js';
import { isPositive, logScale } from '../chart/scale.js';
import { logTicks } from '../chart/ticks.js';
import { floorNotes, lossFloor } from '../loss-floor.js';
import { LOSS } from '../measure.js';
import { sizeMarks } from '../size-marks.js';
import { droppedNotes, lossWord } from '../words.js';

/** Final loss of every set against the number of parameters, both logarithmic. */
export function errorVsParams(results: Results): string {
  const spec = { ...errorFigure(results, 'params', 'size'), marks: sizeMarks(results) };
  return axisFigure(results, spec, alongSize(results));
}

/** Final loss of every set against a hyper-parameter. */
export function errorVsAxis(results: Results, axis: SweepAxis, stem: string): string {
  const spec = errorFigure(results, stem, axisTitle(axis));
  return axisFigure(results, spec, alongAxis(results, axis));
}

/** Of final losses; `stem` ends the name of the file. */
export function errorFigure(results: Results, stem: string, title: string): AxisFigure {
  const noun = lossNoun(results);
  const floor = lossFloor(results);
  return {
    name: `error-vs-${stem}`,
    title: `${noun === 'error' ? 'Error' : 'Loss'} against ${title}`,
    what: `Final loss (${lossWord(results)})`,
    noun: 'loss',
    sign: -1,
    measure: LOSS,
    write: figure,
    references: referenceMarks(results),
    axis: (values, references, range) => {
      const y = logScale([...values, ...references], range, floor);
      return { y, ticks: logTicks(y.low, y.high, 8) };
    },
    isCut: floor > 0,
    axisTitle: `final loss (${lossWord(results)})`,
    notes: (dropped) => [...floorNotes(floor, results), ...droppedNotes(dropped)],
  };
}

/** Of several kinds of data or loss there are no common predictors. */
function referenceMarks(results: Results): ReferenceMark[] {
  const { loss: oneLoss, data: oneData } = comparesLosses(results);
  if (!oneLoss || !oneData) return [];
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
