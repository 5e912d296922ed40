import { diagnosticsIn, RUN_MEASURES, splitsIn } from '../../results/diagnostics.js';
import { lossNoun } from '../../results/loss-noun.js';
import type { BiasVariance, Results, SetSpreads, Spread } from '../../results/schema.js';
import type { SweepAxis } from '../../results/sweep-axes.js';
import { figure, grouped } from '../../results/wording.js';
import { alongAxis, alongSize } from '../axis-figure/along.js';
import { axisFigure } from '../axis-figure/draw.js';
import { MOST_LINES } from '../axis-figure/drawing.js';
import type { Along, AxisFigure } from '../axis-figure/spec.js';
import type { Measured } from '../axis-figures.js';
import { axisTitle } from '../axis-words.js';
import { linearScale, logScale } from '../chart/scale.js';
import { linearTicks, logTicks, withMinus } from '../chart/ticks.js';
import type { Measure } from '../measure.js';
import { droppedNotes, lossWord } from '../words.js';

/** What a figure of a diagnostic is made of. */
interface Diagnostic {
  stem: string;
  word: string;
  spec(results: Results, along: Along): Omit<AxisFigure, 'name' | 'title'>;
}

/** The figures of the diagnostics that a sweep has. Of more lines than can be told apart there is none:
 * a diagnostic has no best. */
export function diagnosticFigures(results: Results): Measured[] {
  const switches = diagnosticsIn(results);
  const shown = [
    ...(switches.gap ? [GAP] : []),
    ...(switches.norm ? [NORM] : []),
    ...(switches.jacobian ? [EFFECTIVE, EIGENVALUES] : []),
    ...(splitsIn(results) ? [SPLIT] : []),
  ];
  return shown.map(({ stem, word, spec }) => {
    const draw = (along: Along, name: string, title: string) =>
      axisFigure(
        results,
        { name: `${stem}-vs-${name}`, title: `${word} against ${title}`, ...spec(results, along) },
        along,
      );
    return {
      stem,
      word,
      mostLines: MOST_LINES,
      bySize: () => draw(alongSize(results), 'params', 'size'),
      byAxis: (_: Results, axis: SweepAxis, name: string) =>
        draw(alongAxis(results, axis), name, axisTitle(axis)),
    };
  });
}

/** One line, of a measure of every run. */
function single(
  name: (typeof RUN_MEASURES)[number]['name'],
  words: { what: string; noun: string; axisTitle: string; series: string },
): Omit<AxisFigure, 'name' | 'title'> {
  const { of } = RUN_MEASURES.find((each) => each.name === name)!;
  const { what, noun, axisTitle, series } = words;
  return {
    what,
    noun,
    axisTitle,
    sign: -1,
    measure: {
      final: (run) => all(of(run)),
      history: () => undefined,
      spreads: ({ diagnostics }) => diagnostics?.[name] && all(diagnostics[name]),
    },
    series: { train: series },
    write: figure,
    references: [],
    narrow: true,
    axis: (values, references, range) => {
      const y = logScale([...values, ...references], range);
      return { y, ticks: logTicks(y.low, y.high, 8) };
    },
    notes: droppedNotes,
  };
}

/** Of every set the same: what is drawn is one of them, and a choice by another finds it, too. */
function all<T>(value: T): { train: T; validation: T; test: T } {
  return { train: value, validation: value, test: value };
}

const GAP: Diagnostic = {
  stem: 'gap',
  word: 'Generalisation gap',
  spec: (results) => ({
    ...single('gap', {
      what: `Test less training loss (${lossWord(results)})`,
      noun: 'gap',
      axisTitle: `test less training loss (${lossWord(results)})`,
      series: `test less training ${lossNoun(results)}`,
    }),
  }),
};

const NORM: Diagnostic = {
  stem: 'norm',
  word: 'Norm of the weights',
  spec: () => ({
    ...single('weightNorm', {
      what: 'Euclidean norm of all weights',
      noun: 'norm',
      axisTitle: 'norm of the weights',
      series: 'norm of the weights',
    }),
    axis: linearFromZero,
    notes: () => [],
  }),
};

const EFFECTIVE: Diagnostic = {
  stem: 'effective',
  word: 'Effective parameters',
  spec: (results, along) => {
    const rows = rankLimit(results);
    const sizes = results.aggregate.map(({ params }) => params);
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
    const corner = Math.min(rows ?? most, most);
    return {
      ...single('effectiveParameters', {
        what: 'Rank of the Jacobian of the outputs on the training rows',
        noun: 'rank',
        axisTitle: 'effective parameters',
        series: 'effective parameters',
      }),
      write: (value) => (value == null ? '–' : grouped(Math.round(10 * value) / 10)),
      narrow: false,
      references:
        rows === undefined
          ? []
          : [{ set: 'train', value: rows, label: `training rows × outputs, ${grouped(rows)}` }],
      ...(along.bySize && least < corner && { guide: [least, corner].map((p) => [p, p] as const) }),
      notes: (dropped) => [
        ...droppedNotes(dropped),
        ...(along.bySize && least < corner ? ['Dotted, rising: as many as parameters.'] : []),
      ],
    };
  },
};

const EIGENVALUES: Diagnostic = {
  stem: 'eigenvalues',
  word: 'Eigenvalues of J·Jᵀ',
  spec: () => ({
    ...single('eigenvalueRatio', {
      what: 'Smallest (that is not 0) to largest eigenvalue of J·Jᵀ',
      noun: 'ratio',
      axisTitle: 'smallest to largest eigenvalue',
      series: 'smallest to largest eigenvalue',
    }),
  }),
};

const SPLIT: Diagnostic = {
  stem: 'bias-variance',
  word: 'Bias and variance',
  spec: (results) => ({
    what: 'Squared bias and variance of the answers at fixed test points',
    noun: 'error',
    axisTitle: 'squared error',
    sign: -1,
    measure: SPLIT_MEASURE,
    series: { train: 'squared bias', validation: 'their sum, the error', test: 'variance' },
    isWhole: true,
    write: figure,
    references: [],
    narrow: true,
    axis: (_, __, range) => {
      const values = results.aggregate.flatMap(({ diagnostics }) => {
        const own = diagnostics?.biasVariance;
        return own ? [own.squaredBias, own.variance, own.error] : [];
      });
      const y = logScale(values, range);
      return { y, ticks: logTicks(y.low, y.high, 8) };
    },
    notes: () => {
      const below = results.aggregate.filter(
        ({ diagnostics }) => (diagnostics?.biasVariance?.squaredBias ?? 1) <= 0,
      );
      return below.length === 0
        ? []
        : [`Squared bias of 0 or less, by chance, is not shown: ${below.length}.`];
    },
  }),
};

/** One number of all runs; no run has one of its own. */
const SPLIT_MEASURE: Measure = {
  final: () => undefined,
  history: () => undefined,
  spreads: ({ diagnostics }) => diagnostics?.biasVariance && spreadsOf(diagnostics.biasVariance),
};

function spreadsOf({ squaredBias, variance, error }: BiasVariance): SetSpreads {
  return { train: alone(squaredBias), validation: alone(error), test: alone(variance) };
}

function alone(value: number): Spread {
  return { median: value, mean: value, q1: null, q3: null, low: null, high: null };
}

function linearFromZero(
  values: readonly (number | null)[],
  _: readonly number[],
  range: [number, number],
) {
  const most = Math.max(0, ...values.filter((value): value is number => value !== null));
  const y = linearScale(0, most > 0 ? 1.05 * most : 1, range);
  return { y, ticks: linearTicks(0, y.high, 8).map(withMinus) };
}

/** Training rows × outputs, where all networks have the same. */
function rankLimit({ datasets, networks }: Results): number | undefined {
  const rows = new Set(datasets.map(({ trainRows }) => trainRows));
  const outputs = new Set(networks.map(({ layers }) => layers[layers.length - 1].units));
  if (rows.size !== 1 || outputs.size !== 1) return undefined;
  return [...rows][0] * [...outputs][0];
}
