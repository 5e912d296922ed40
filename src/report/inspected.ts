import type { Inspection } from '../inspect/types.js';
import { className } from '../results/classes.js';
import { SET_WORDS } from '../results/measured.js';
import { figure, percent, runName } from '../results/wording.js';

const METRIC_WORDS = { accuracy: 'accuracy', r2: 'R²', loss: 'loss' } as const;

/** `4-8-3 seed 42, the network with the best median test accuracy (97.2 %)`. */
export function inspectedWords({ network }: Inspection): string {
  const { metric, set, statistic, value } = network.best;
  const best = metric === 'loss' ? 'lowest' : 'best';
  const what = `${statistic} ${SET_WORDS[set]} ${METRIC_WORDS[metric]}`;
  const written = metric === 'accuracy' ? percent(value) : figure(value);
  return `${runName(network)}, the network with the ${best} ${what} (${written})`;
}

/** What class k is called, by itself: `virginica`, `class 2`. */
export function classWords({ classNames }: Inspection, k: number): string {
  return classNames ? className(k, classNames) : `class ${k}`;
}
