import type { TrainingConfig } from '../../config/types.js';
import { spread } from '../../stats/spread.js';
import type { Observation, RunRecord } from '../schema.js';
import { counted, grouped, setting } from '../wording.js';

/** Where training may stop early: how many runs did, and which epochs were kept. */
export function stopping(
  runs: readonly RunRecord[],
  { epochs, earlyStopping }: Pick<TrainingConfig, 'epochs' | 'earlyStopping'>,
): Observation[] {
  const stops = runs.flatMap(({ status, stopped }) => (status === 'done' && stopped) || []);
  if (stops.length === 0) return [];
  const early = stops.filter(({ epoch }) => epoch < epochs).length;
  const kept = spread(stops.map((stop) => stop.kept));
  const trained = spread(stops.map((stop) => stop.epoch));
  const range = kept.low === kept.high ? '' : `, ${kept.low} to ${kept.high}`;
  const who = early === 0 ? 'No run' : `${grouped(early)} of ${counted(stops.length, 'run')}`;
  const byTraining = earlyStopping !== 'none' && earlyStopping.monitor === 'train';
  const text =
    `${who} stopped early; the parameters that are kept are those of epoch ` +
    `${setting(kept.median!)} of ${grouped(epochs)} (median${range})` +
    `${byTraining ? ', the best by the training loss' : ''}.`;
  return [{ kind: 'stopping', text, evidence: { runs: stops.length, early, trained, kept } }];
}
