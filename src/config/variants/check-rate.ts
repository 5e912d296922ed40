import { CONFIG_SHAPE } from '../check.js';
import { type Finding, value } from '../finding.js';
import { isPlainMap } from '../plain-map.js';
import type { SweepConfig } from '../types.js';
import { axisNames } from './names.js';

const RATE = 'training.optimizer.learningRate';
/** Sections of which the rate is a part. */
const HOLDERS: readonly string[] = [RATE, 'training.optimizer'];
/** Significant digits: enough, and short in tables. */
const DIGITS = 4;

/** The learning rate, a third and three times of it, ascending. */
export function checkedRates(rate: number): number[] {
  const rounded = (exact: number) => Number(exact.toPrecision(DIGITS));
  return [rounded(rate / 3), rate, rounded(3 * rate)];
}

/**
 * The section of variants of a sweep that is repeated at other learning rates: one more axis of the
 * grid, unless it is there already. Anything else that varies the rate is a finding.
 *
 * @param config complete, without variants.
 * @param written the section as it stands in the merged config.
 */
export function withCheckedRates(
  { data, training }: SweepConfig,
  written: unknown,
): { variants: Record<string, unknown>; findings: Finding[] } {
  const section = isPlainMap(written) ? written : {};
  const { list, grid, random } = section;
  const names = axisNames(CONFIG_SHAPE, data.kind);
  const rates = checkedRates(training.optimizer.learningRate);
  const holds = (map: unknown) =>
    isPlainMap(map) &&
    Object.keys(map).some((name) => {
      const found = names.find(name);
      return 'path' in found && HOLDERS.includes(found.path);
    });
  const axes = isPlainMap(grid) ? grid : {};
  const { [RATE]: own, ...others } = axes;
  const isThere = JSON.stringify(own) === JSON.stringify(rates);
  const isTaken =
    holds(isThere ? others : axes) ||
    (Array.isArray(list) && list.some(holds)) ||
    (isPlainMap(random) && holds(random.over));
  if (isTaken) {
    const message =
      'found together with variants of the learning rate or the optimizer, expected one of them';
    return { variants: section, findings: [value(['diagnostics', 'checkRate'], message)] };
  }
  return { variants: { ...section, grid: { ...others, [RATE]: rates } }, findings: [] };
}
