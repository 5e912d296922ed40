import { describe, expect, it } from 'vitest';
import { axisFigures } from '../../../src/report/axis-figures.js';
import type { Results } from '../../../src/results/schema.js';
import { diagnosedResults } from '../../results/diagnosed-sample.js';
import { failed } from '../../results/sample.js';
import { variedResults } from '../../results/varied-sample.js';
import { checkFigures } from '../check-figures.js';
import { parseSvg } from '../svg-document.js';

const figuresOf = (results: Results): [path: string, source: string][] =>
  axisFigures(results)
    .filter(({ path }) => /(?:gap|norm|effective|eigenvalues|bias-variance)-vs/.test(path))
    .map(({ path, source }) => [path, source]);
const ALL = ['gap', 'norm', 'effective', 'eigenvalues', 'bias-variance'];
const pathsOf = (results: Results) => figuresOf(results).map(([path]) => path);

const SOME: Record<string, () => Results> = {
  'every diagnostic': () => diagnosedResults(),
  'one seed': () => diagnosedResults({ seeds: 1, split: false }),
  'one network': () => diagnosedResults({ networks: [{ hidden: [2], train: 1, test: 2 }] }),
  'nothing finished': () => diagnosedResults({ change: failed, split: false }),
  'several learning rates': () =>
    variedResults({
      hidden: [[2], [8], [30]],
      variants: {},
      diagnostics: { gap: true, checkRate: true },
    }),
};

describe.each(Object.entries(SOME))('figures of %s', (_, results) => {
  checkFigures(() => figuresOf(results()));
});

describe('figures of diagnostics', () => {
  it('are those that were asked for', () => {
    expect(pathsOf(diagnosedResults())).toEqual(ALL.map((stem) => `figures/${stem}-vs-params.svg`));
    expect(pathsOf(diagnosedResults({ diagnostics: { norm: true }, split: false }))).toEqual([
      'figures/norm-vs-params.svg',
    ]);
    expect(pathsOf(diagnosedResults({ diagnostics: {}, split: false }))).toEqual([]);
  });

  it('have a line for each of a few other settings, and are not drawn of more', () => {
    const rates = (points: number) =>
      variedResults({
        hidden: [[2], [8], [30]],
        variants: { grid: { learningRate: { from: 0.001, to: 1, points } } },
        diagnostics: { gap: true },
      });
    expect(pathsOf(rates(6))).toEqual([
      'figures/gap-vs-params.svg',
      'figures/gap-vs-learning-rate.svg',
    ]);
    expect(pathsOf(rates(7))).toEqual(['figures/gap-vs-learning-rate.svg']);
  });

  it('name what they show, and no set', () => {
    const sources = Object.fromEntries(figuresOf(diagnosedResults()));
    const words = (stem: string) =>
      parseSvg(sources[`figures/${stem}-vs-params.svg`]).labels.map(({ text }) => text);
    expect(words('effective')).toContain('effective parameters');
    expect(words('effective')).toContain('training rows × outputs, 60');
    expect(words('effective')).toContain('Dotted, rising: as many as parameters.');
    expect(words('bias-variance')).toEqual(
      expect.arrayContaining(['squared bias', 'variance', 'their sum, the error']),
    );
    expect(words('bias-variance')).toContain(
      'Squared bias of 0 or less, by chance, is not shown: 1.',
    );
    expect(words('bias-variance').join()).not.toContain('quartile');
    for (const stem of ALL) expect(words(stem)).not.toContain('training');
  });

  it('describe every value', () => {
    const sources = Object.fromEntries(figuresOf(diagnosedResults()));
    const [text] = parseSvg(sources['figures/effective-vs-params.svg']).texts.get('desc')!;
    expect(text).toContain('4-12-1 (73 parameters): effective parameters 60 [60, 60]');
    const [split] = parseSvg(sources['figures/bias-variance-vs-params.svg']).texts.get('desc')!;
    expect(split).toContain('4-2-1 (13 parameters): squared bias 0.900');
    expect(split).toContain('variance 2.30');
  });
});
