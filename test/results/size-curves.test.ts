import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/results/schema.js';
import { measured, sizeCurves } from '../../src/results/size-curves.js';
import { diverged, sampleResults } from './sample.js';
import { listResults, variedResults } from './varied-sample.js';

describe('sizeCurves', () => {
  it('is one curve without a label when only networks differ, smallest first', () => {
    const results = sampleResults({
      networks: [
        { hidden: [8], train: 1, test: 1 },
        { hidden: [2], train: 1, test: 1 },
      ],
    });
    const [curve, ...others] = sizeCurves(results);
    expect(others).toEqual([]);
    expect(curve.label).toBe('');
    expect(curve.points.map((point) => point.variant)).toEqual(['4-2-1', '4-8-1']);
  });

  it('is a curve per setting of the hyper-parameters', () => {
    const results = sampleResults({ seeds: 1 });
    const variants = results.variants.map((variant, at) => ({
      ...variant,
      hyper: { learningRate: at % 2 === 0 ? 0.01 : 0.1 },
    }));
    const curves = sizeCurves({ ...results, variants });
    expect(curves.map(({ label, points }) => [label, points.length])).toEqual([
      ['learningRate=0.01', 5],
      ['learningRate=0.1', 5],
    ]);
  });

  it('is a curve per depth where networks are scaled, none per width', () => {
    const scaled = variedResults({
      variants: { grid: { depth: [1, 2], params: [100, 1000] } },
    });
    const shown = (results: Results) =>
      sizeCurves(results).map(({ label, points }) => [label, points.length]);
    expect(shown(scaled)).toEqual([
      ['depth=1', 2],
      ['depth=2', 2],
    ]);
    expect(shown(variedResults({ variants: { grid: { width: [2, 8, 4] } } }))).toEqual([['', 3]]);
    expect(shown(listResults()).map(([label]) => label)).toEqual(['none', 'L1', 'L2', 'dropout']);
  });
});

describe('measured', () => {
  it('leaves out networks without a finished run', () => {
    const results = sampleResults({
      seeds: 2,
      change: (run) => (run.variant === '4-3-1' ? diverged(run) : run),
    });
    const ids = measured(results.aggregate).map((point) => point.variant);
    expect(ids).toHaveLength(9);
    expect(ids).not.toContain('4-3-1');
  });
});
