import { type DataConfig, type LossConfig, nameOf } from '../config/types.js';
import type { Setting } from '../config/variants/settings.js';

/** What settings that are trained on the same rows, with targets in the same form, share. */
export interface DataGroup {
  data: DataConfig;
  loss: LossConfig;
}

/** The groups of the settings, in order of appearance; `of[i]`: the group of setting i. */
export function groupData(settings: readonly Setting[]): { groups: DataGroup[]; of: number[] } {
  const groups: DataGroup[] = [];
  const known = new Map<string, number>();
  const of = settings.map(({ config: { data, training } }) => {
    // The form of the targets depends on the loss; samples in memory are the same in all.
    const { train, test, ...rest } = data as { train?: unknown; test?: unknown };
    const rows = data.kind === 'arrays' ? rest : data;
    const key = JSON.stringify([rows, nameOf(training.loss)]);
    const group = known.get(key) ?? groups.length;
    known.set(key, group);
    if (group === groups.length) groups.push({ data, loss: training.loss });
    return group;
  });
  return { groups, of };
}
