import { describe, expect, it } from 'vitest';
import { assembleResults as assemble } from '../../../src/results/assemble.js';
import { referenceLines } from '../../../src/results/reference-lines.js';
import type { DoubleDescentEvidence, Observation, Results } from '../../../src/results/schema.js';
import { verdictCurves } from '../../../src/results/verdict-curves.js';
import { judge, judgeAll } from '../../../src/verdict/judge.js';
import { classResults } from '../class-sample.js';
import { ASSIGNMENT, failed, sampleParts, sampleResults } from '../sample.js';

const descents = ({ observations }: Results): Observation[] =>
  observations.filter(({ kind }) => kind === 'double-descent');
const LINES = referenceLines(sampleParts().references);

const sizes = (depth: number, errors: readonly (readonly [train: number, test: number])[]) =>
  errors.map(([train, test], at) => ({
    hidden: Array.from({ length: depth }, () => 2 * (at + 1)),
    train,
    test,
  }));

/** An error falls, rises where networks fit their noise of 0.01, and falls again. */
const PEAKED = [
  [1, 20],
  [0.4, 10],
  [0.1, 14],
  [0.0005, 40],
  [0.0003, 20],
  [0.0001, 8],
] as const;

describe('the verdict of a sweep', () => {
  it('is that of its curve, with the numbers as evidence', () => {
    const results = sampleResults({ networks: sizes(1, PEAKED) });
    const [{ sweep }] = verdictCurves(results, LINES);
    const [observation, ...others] = descents(results);
    expect(others).toEqual([]);
    expect(observation.evidence).toEqual({
      curve: '',
      ...judge(sweep),
      sizes: [2, 4, 6, 8, 10, 12].map((units) => ({
        variant: `4-${units}-1`,
        params: 6 * units + 1,
      })),
      seeds: 10,
      labelVariance: sweep.labelVariance,
      noiseVariance: 0.01,
    });
    expect(observation.evidence).toMatchObject({ verdict: 'observed', peak: 3, threshold: 3 });
    expect(observation.text).toMatch(
      /^Double descent: observed\. The test error rises to a peak at 4-8-1 \(49 parameters\) and falls/,
    );
  });

  it('is one for every curve, adjusted by Holm', () => {
    const networks = [...sizes(1, PEAKED), ...sizes(2, PEAKED), ...sizes(3, PEAKED.slice(0, 2))];
    const results = sampleResults({ networks });
    const found = descents(results);
    expect(found.map(({ text }) => text.split('.')[0])).toEqual([
      '1 hidden layer: Double descent: observed',
      '2 hidden layers: Double descent: observed',
      '3 hidden layers: Double descent: inconclusive',
    ]);
    expect(found[0].text).toContain('by Holm over 2 curves');
    const curves = verdictCurves(results, LINES);
    const alone = curves.slice(0, 2).map(({ sweep }) => judge(sweep).p!);
    const ps = found.map(({ evidence }) => (evidence as unknown as DoubleDescentEvidence).p);
    expect(ps).toEqual(judgeAll(curves.map(({ sweep }) => sweep)).map(({ p }) => p));
    expect(Math.min(ps[0]!, ps[1]!)).toBeCloseTo(2 * Math.min(...alone), 20);
  });

  it('is inconclusive with few seeds, whatever they show', () => {
    const [{ text, evidence }] = descents(sampleResults({ networks: sizes(1, PEAKED), seeds: 3 }));
    expect(evidence).toMatchObject({ verdict: 'inconclusive', code: 'too-few', p: null });
    expect(text).toContain('found 3 seeds; 10 seeds are recommended');
  });

  it('is inconclusive where nothing finished', () => {
    const [{ evidence }] = descents(sampleResults({ change: failed }));
    expect(evidence).toMatchObject({ code: 'too-few', dropped: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] });
  });

  it('speaks of the rows alone that all seeds share', () => {
    const parts = sampleParts({ networks: ASSIGNMENT });
    const own = sampleResults({ networks: ASSIGNMENT });
    expect(descents(own)[0].text).not.toContain('share');
    const shared = {
      ...parts,
      datasets: parts.datasets.slice(0, 1),
      runs: parts.runs.map((run) => ({ ...run, dataset: parts.datasets[0].id })),
    };
    const results = assemble(shared);
    expect(descents(results)[0].text).toMatch(
      / All seeds share their rows: it speaks of these rows alone\.$/,
    );
  });

  it('is not given on classes, and says why', () => {
    expect(descents(classResults())).toEqual([
      {
        kind: 'double-descent',
        text: 'Double descent: not judged: the rule is for mse and half-sse on quantities, this sweep is by softmax-cross-entropy on classes.',
        evidence: {
          verdict: 'not judged',
          reason:
            'the rule is for mse and half-sse on quantities, this sweep is by softmax-cross-entropy on classes',
        },
      },
    ]);
  });
});
