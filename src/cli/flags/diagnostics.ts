import { DIAGNOSTICS_DEFAULTS } from '../../config/diagnostics.js';
import type { ConfigFlag } from './flag.js';

/** What `all` and `none` speak of: reference predictors are there unless they are named, and to repeat a
 * sweep is more than to measure it. */
const MEASURED = Object.keys(DIAGNOSTICS_DEFAULTS).filter(
  (name) => name !== 'references' && name !== 'checkRate',
);

/** `norm,jacobian`, `all,no-references`, `none` → switches, the later word over the earlier. */
function switches(text: string): Record<string, boolean> {
  const words = text.split(',').filter((word) => word !== '');
  const pairs = words.flatMap((word) => {
    if (word === 'all' || word === 'none') return MEASURED.map((name) => [name, word === 'all']);
    const name = word.replace(/^no-/, '');
    return [[name, name === word]];
  });
  return Object.fromEntries(pairs);
}

/** What is measured beside losses and metrics. */
export const DIAGNOSTIC_FLAGS: readonly ConfigFlag[] = [
  {
    flags: '--diagnostics <list>',
    help: 'measure more: gap, norm, jacobian, variance; all, none; no-references',
    path: ['diagnostics'],
    read: switches,
  },
  {
    flags: '--check-rate',
    help: 'the sweep at learning rate × 3 and ÷ 3, too: is a bump still there?',
    path: ['diagnostics', 'checkRate'],
  },
];
