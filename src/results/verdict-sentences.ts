import { lacksError } from '../verdict/sizes.js';
import type { Verdict } from '../verdict/types.js';
import type { VerdictCurve } from './verdict-curves.js';
import { capital, counted, figure, grouped, listed } from './wording.js';

/** A verdict that rests on a test. */
type Tested = { [key in keyof Verdict]: Exclude<Verdict[key], null> } & Pick<Verdict, 'threshold'>;

/**
 * A verdict in sentences, with the numbers that it rests on. They claim no cause.
 *
 * @param curves that were tested together.
 */
export function verdictSentences(curve: VerdictCurve, verdict: Verdict, curves = 1): string[] {
  const prefix = curve.label === '' ? '' : `${curve.label}: `;
  return [
    `${prefix}Double descent: ${verdict.verdict}.`,
    ...(verdict.p === null
      ? [`${capital(verdict.reason)}.`]
      : testedSentences(curve, verdict as Tested, curves)),
    ...droppedSentences(curve, verdict.dropped),
  ];
}

function testedSentences(curve: VerdictCurve, verdict: Tested, curves: number): string[] {
  const { code, peak, threshold, reason } = verdict;
  const at = (size: number) => sizeName(curve, size);
  const height = heightClause(curve, verdict, curves);
  switch (code) {
    case 'observed':
      return [
        `The test error rises to a peak at ${at(peak)} and falls again: ${height}. ` +
          `Networks interpolate from ${at(threshold!)} on.`,
        descentSentence(verdict),
      ];
    case 'training-failure':
      return [
        `At ${at(peak)} the test error is high (${height}), but the training error rises there, ` +
          'too (training failure).',
      ];
    case 'away-from-threshold':
      return [
        `A bump stands at ${at(peak)} (${height}), away from where networks begin to interpolate, ` +
          `${at(threshold!)}: more than 3 × apart in parameters.`,
        descentSentence(verdict),
      ];
    case 'not-interpolated':
      return verdict.verdict === 'inconclusive'
        ? [
            `A bump stands at ${at(peak)} (${height}), but no network interpolated.`,
            descentSentence(verdict),
          ]
        : [
            'No network interpolated, so the regime in which a peak could occur was not entered; ' +
              `no interior size stands out by 1.5 × (the highest is ${at(peak)}: ${height}).`,
          ];
    case 'no-peak':
      return [
        `Networks interpolate, from ${at(threshold!)} on, and no peak is there: no interior size ` +
          `stands out by 1.5 × (the highest is ${at(peak)}: ${height}).`,
      ];
    default:
      return [
        `${capital(reason)} (the highest interior size is ${at(peak)}: ${height}).`,
        ...(threshold === null ? ['No network interpolated.'] : []),
      ];
  }
}

function heightClause(
  curve: VerdictCurve,
  { effect, low, high, p, left, right }: Tested,
  curves: number,
): string {
  const sides = `${sizeName(curve, left)} and ${sizeName(curve, right)}`;
  const seeds = counted(curve.sweep.test.length, 'seed');
  const holm = curves === 1 ? '' : ` by Holm over ${curves} curves`;
  return (
    `${figure(effect)} × the higher of the least errors on its sides, at ${sides}; ` +
    `95 % bounds ${figure(low)} and ${figure(high)}, p = ${figure(p)}${holm}, ${seeds}`
  );
}

function descentSentence({ firstDescent }: Tested): string {
  return firstDescent
    ? 'Before it the error had fallen by 10 % or more from that of the smallest network.'
    : 'There was no first descent, a fall of 10 % or more before it.';
}

function droppedSentences({ sizes, sweep }: VerdictCurve, dropped: readonly number[]): string[] {
  const lacking = dropped.filter((size) => lacksError(sweep, size));
  const untrained = dropped.filter((size) => !lacking.includes(size));
  const names = (of: readonly number[]) => listed(of.map((size) => shortName(sizes[size])));
  return [
    ...(lacking.length === 0
      ? []
      : [`Left out, because a run has no error above 0: ${names(lacking)}.`]),
    ...(untrained.length === 0
      ? []
      : [
          'Left out, because more than a fifth of the runs are no better on the training rows than ' +
            `a constant: ${names(untrained)}.`,
        ]),
  ];
}

/** `4-14-1 (99 parameters)`, `size 14 (99 parameters)`, or the parameters alone. */
function sizeName({ sizes, sweep }: VerdictCurve, size: number): string {
  const [name, params] = [sizes[size], sweep.params[size]];
  const words = `${grouped(params)} parameters`;
  if (name === String(params)) return words;
  return `${shortName(name)} (${words})`;
}

function shortName(name: string): string {
  return /^[\d.]+$/.test(name) ? `size ${name}` : name;
}
