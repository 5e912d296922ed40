import type { JudgedCurve } from '../results/judge-curves.js';
import type { VerdictCurve } from '../results/verdict-curves.js';
import { verdictSentences } from '../results/verdict-sentences.js';
import { figure, grouped } from '../results/wording.js';
import { bootstrapInterval } from '../stats/bootstrap.js';
import { finite, median } from '../stats/quantile.js';
import { assumptions } from '../verdict/assumptions.js';
import type { Verdict } from '../verdict/types.js';
import { aligned, bullet, printable } from './plain.js';

/**
 * Verdicts for the terminal: what may be said, what was assumed, and the errors of every size.
 *
 * @param width at which sentences break; Infinity where no terminal shows them.
 */
export function verdictText(
  judged: readonly JudgedCurve[],
  width = Number.POSITIVE_INFINITY,
): string {
  const blocks = judged.map(({ curve, verdict, tested }) => {
    const sentences = [verdictSentences(curve, verdict, tested).join(' ')];
    const assumed = assumptions(curve.sweep);
    if (assumed.length > 0) sentences.push(`Assumed: ${assumed.join(' ')}`);
    return [
      ...sentences.flatMap((text) => bullet(printable(text), width)),
      '',
      ...table(curve, verdict),
    ];
  });
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Medians over the seeds, the test errors with a bootstrap interval; sizes ascending. */
function table({ sizes, sweep }: VerdictCurve, verdict: Verdict): string[] {
  const ascending = sizes.map((_, size) => size);
  ascending.sort((a, b) => sweep.params[a] - sweep.params[b] || a - b);
  const rows = ascending.map((size) => {
    const test = finite(sweep.test.map((errors) => errors[size]));
    const { low, high } = test.length > 0 ? bootstrapInterval(test, middle) : NO_INTERVAL;
    return [
      printable(sizes[size]),
      grouped(sweep.params[size]),
      figure(median(sweep.train.map((errors) => errors[size]))),
      figure(median(test)),
      `[${figure(low)}, ${figure(high)}]`,
      marks(verdict, size),
    ];
  });
  return aligned([['size', 'params', 'train', 'test', '[95 %]', ''], ...rows], [0, 4, 5]);
}

const NO_INTERVAL = { low: null, high: null };
const middle = (sample: number[]) => median(sample)!;

/** What a size is to the verdict. */
function marks({ left, peak, right, threshold, dropped }: Verdict, size: number): string {
  return [
    ...(size === left ? ['least before'] : []),
    ...(size === peak ? ['highest'] : []),
    ...(size === right ? ['least after'] : []),
    ...(size === threshold ? ['interpolates'] : []),
    ...(dropped.includes(size) ? ['left out'] : []),
  ].join(', ');
}
