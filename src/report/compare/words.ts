import type { Against, Comparison, MatchedRow } from '../../compare/types.js';
import { capital, counted, figure, grouped, listed, percent } from '../../results/wording.js';
import type { Interval } from '../../stats/interval.js';

/** A comparison as text and page tell it: the same words and numbers. */
export interface ComparisonWords {
  /** `A`, what it is called, and how much of it there is. */
  runs: { letter: string; label: string; words: string }[];
  /** First column the key, then a column a run. */
  differences: string[][];
  sections: SectionWords[];
  /** By run. */
  verdicts: { letter: string; text: string }[];
}

/** One run against the first. */
export interface SectionWords {
  title: string;
  /** How the numbers come about. */
  basis: string;
  head: string[];
  rows: string[][];
  /** Columns to the left. */
  left: number[];
  conclusion: string;
  notes: string[];
}

/** Runs are short letters in tables. */
export function letterOf(run: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + run);
}

export function comparisonWords(comparison: Comparison): ComparisonWords {
  const { runs, differences, against } = comparison;
  return {
    runs: runs.map(({ label, networks, seeds, finished }, at) => ({
      letter: letterOf(at),
      label,
      words: [
        counted(networks, 'network'),
        counted(seeds, 'seed'),
        ...(finished.done < finished.runs
          ? [`${grouped(finished.done)} of ${counted(finished.runs, 'run')} finished`]
          : []),
      ].join(', '),
    })),
    differences: differences.map(({ path, values }) => [
      path,
      ...values.map((value) => value ?? '–'),
    ]),
    sections: against.map((each) => sectionWords(comparison, each)),
    verdicts: runs.flatMap(({ verdicts }, at) =>
      verdicts.map((text) => ({ letter: letterOf(at), text })),
    ),
  };
}

function sectionWords(comparison: Comparison, against: Against): SectionWords {
  const { scale, noun } = comparison;
  const [a, b] = [letterOf(0), letterOf(against.run)];
  const { rows, matching } = against;
  const write = writerOf(comparison);
  const isSame = matching === 'variant';
  const head = [
    ...(isSame ? ['network', 'params'] : [`network ${a}`, 'params', `network ${b}`, 'params']),
    a,
    b,
    scale === 'ratio' ? `${b} / ${a}` : `${b} − ${a}`,
    '95 % by t',
    '95 % by bootstrap',
    'p',
    '',
  ];
  const cells = rows.map(({ first, other, estimate, t, bootstrap, adjusted, shown }) => [
    first.variant,
    grouped(first.params),
    ...(isSame ? [] : [other.variant, grouped(other.params)]),
    write.value(first.median),
    write.value(other.median),
    write.effect(estimate),
    interval(t, write.bound),
    interval(bootstrap, write.bound),
    figure(adjusted),
    shown === null ? '' : `${b} ${shown}`,
  ]);
  return {
    title: `${b} against ${a}: ${noun}`,
    basis: basisOf(comparison, against),
    head,
    rows: cells,
    left: isSame ? [0, 8] : [0, 2, 10],
    conclusion: conclusionOf(comparison, against),
    notes: notesOf(against),
  };
}

interface Writer {
  value(value: number | null): string;
  effect(value: number | null): string;
  bound(value: number): string;
}

function writerOf({ scale, measure }: Comparison): Writer {
  const value = measure === 'accuracy' ? percent : figure;
  if (scale === 'ratio') {
    return { value, effect: (each) => (each === null ? '–' : `${factor(each)} ×`), bound: factor };
  }
  const bound = (each: number) =>
    signed(
      each,
      measure === 'accuracy' ? (100 * Math.abs(each)).toFixed(1) : figure(Math.abs(each)),
    );
  const unit = measure === 'accuracy' ? ' pp' : '';
  return { value, effect: (each) => (each === null ? '–' : `${bound(each)}${unit}`), bound };
}

function factor(value: number): string {
  return value >= 0.995 && value < 1.005 ? value.toFixed(3) : figure(value);
}

function signed(value: number, size: string): string {
  return value < 0 ? `−${size}` : value > 0 ? `+${size}` : size;
}

function interval(found: Interval | null, bound: (value: number) => string): string {
  return found === null ? '–' : `[${bound(found.low)}, ${bound(found.high)}]`;
}

/** How networks and seeds belong together, and what the numbers are. */
function basisOf({ scale, tests }: Comparison, { pairing, matching }: Against): string {
  const { unit, shared, kind, why } = pairing;
  const units = counted(shared, unit);
  const paired =
    kind === 'paired'
      ? `Paired by ${unit}: ${units} with the same data in both.`
      : why === 'other-data'
        ? `Not paired (Welch): the same ${unit}s have other data.`
        : `Not paired (Welch): ${shared === 0 ? 'no' : `only ${shared}`} ${unit} in common.`;
  const matched =
    matching === 'variant'
      ? 'Networks are matched by name.'
      : 'No networks are called the same: they are matched by the nearest number of parameters.';
  const effect =
    scale === 'ratio' ? 'The factor is that of geometric means' : 'The difference is that of means';
  const holm = `p is two-sided${tests > 1 ? `, by Holm over ${tests} tests` : ''}`;
  return `${paired} ${matched} ${effect}, values are medians; ${holm}.`;
}

function conclusionOf({ noun, level, sign }: Comparison, { run, rows }: Against): string {
  const all = counted(rows.length, 'network');
  if (rows.length === 0) return 'No networks belong together.';
  const count = (shown: MatchedRow['shown']) => rows.filter((row) => row.shown === shown).length;
  const order = sign < 0 ? (['lower', 'higher'] as const) : (['higher', 'lower'] as const);
  const found = order.map((shown) => ({ shown, n: count(shown) })).filter(({ n }) => n > 0);
  const untested = rows.filter(({ p }) => p === null).length;
  const open = rows.length - untested - found.reduce((sum, { n }) => sum + n, 0);
  const at = (n: number) =>
    n === rows.length ? `${n === 1 ? 'the' : 'all'} ${all}` : `${n} of ${all}`;
  const none = rows.length === 1 ? 'the 1 network' : `any of ${all}`;
  const parts = [
    ...found.map(({ shown, n }, i) =>
      i === 0 ? `${letterOf(run)} has a ${shown} ${noun} at ${at(n)}` : `a ${shown} one at ${n}`,
    ),
    ...(open > 0 ? [`no difference is shown at ${open === rows.length ? none : open}`] : []),
    ...(untested > 0 ? [`${at(untested)} could not be tested`] : []),
  ];
  const text = parts.join(', ');
  return `${capital(text)} (level ${100 * level} %).`;
}

function notesOf({ run, rows, alone, pairing, passedOver }: Against): string[] {
  const [a, b] = [letterOf(0), letterOf(run)];
  const without = (letter: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`Without a counterpart in ${letter}: ${listed(names)}.`];
  const most = Math.max(0, ...rows.map(({ n }) => n ?? 0));
  const thinner = rows.filter(({ n }) => n !== null && n < pairing.shared);
  const units = `${pairing.unit}s`;
  const settings = passedOver.first + passedOver.other;
  return [
    ...(settings > 0
      ? [
          `Of a network with several settings the best one stands for it, chosen by its median on the ${passedOver.by} rows: ${counted(settings, 'other setting')} left out.`,
        ]
      : []),
    ...without(b, alone.first),
    ...without(a, alone.other),
    ...(thinner.length > 0 && most > 0
      ? [
          `Fewer ${units} where one of the two did not finish: ${listed(
            thinner.map(({ first, n }) => `${first.variant} (${n})`),
          )}.`,
        ]
      : []),
    ...(pairing.unit === 'fold' && pairing.kind === 'paired'
      ? ['Folds share most of their rows: intervals are too narrow, p too small.']
      : []),
  ];
}
