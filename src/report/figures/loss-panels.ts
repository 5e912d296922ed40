import { setsIn } from '../../results/measured.js';
import type { Results } from '../../results/schema.js';
import { figure } from '../../results/wording.js';
import { logScale } from '../chart/scale.js';
import { logTicks } from '../chart/ticks.js';
import { floorNotes, lossFloor } from '../loss-floor.js';
import { LOSS } from '../measure.js';
import { panels } from '../panels.js';
import { droppedNotes, lossWord } from '../words.js';

/** A panel per network: the losses, on a logarithmic axis. */
export function lossPanels(results: Results): string {
  const floor = lossFloor(results);
  return panels(results, {
    name: 'loss-panels',
    title: 'Learning curves',
    what: `Loss (${lossWord(results)})`,
    noun: 'loss',
    sets: panelSets(results),
    measure: LOSS,
    write: figure,
    axis: (values, range) => {
      const y = logScale(values, range, floor);
      return { y, ticks: logTicks(y.low, y.high, 5).filter((tick) => tick.label !== '') };
    },
    isCut: floor > 0,
    notes: (dropped) => [...floorNotes(floor, results), ...droppedNotes(dropped)],
  });
}

/** Training and test rows are always there, even where no run got as far as a value. */
function panelSets(results: Results) {
  const sets = setsIn(results);
  return sets.length === 0 ? (['train', 'test'] as const) : sets;
}
