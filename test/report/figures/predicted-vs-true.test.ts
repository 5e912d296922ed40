import { describe, expect, it } from 'vitest';
import { predictedVsTrue } from '../../../src/report/figures/predicted-vs-true.js';
import { INSPECTIONS } from '../inspections.js';
import { draw, labelsOf, pathsOf } from './draw-inspection.js';

describe('predicted against true', () => {
  it('has R² of every set', () => {
    const labels = labelsOf(predictedVsTrue, 'quantities of two inputs');
    expect(labels).toEqual(
      expect.arrayContaining(['training: R² 0.990', 'test: R² 0.750', 'predicted = true']),
    );
    const several = labelsOf(predictedVsTrue, 'many outputs of hostile names');
    expect(several).toEqual(expect.arrayContaining(['training 0.910', 'validation 0.960']));
    expect(several.at(-1)).toContain('The first 4 of 5 outputs.');
  });

  it('has both axes alike, the identity from corner to corner', () => {
    const { elements } = draw(predictedVsTrue, INSPECTIONS['quantities of two inputs']());
    const lines = elements.filter(({ attributes }) => attributes['stroke-dasharray'] === '6 3');
    expect(lines.map(({ attributes }) => attributes.d)).toContain('M76 518L516 78');
  });

  it('leaves out what is not finite', () => {
    const inspection = INSPECTIONS['predictions that are not finite']();
    expect(labelsOf(predictedVsTrue, 'predictions that are not finite')).toContain(
      'training: R² –',
    );
    const clouds = pathsOf(predictedVsTrue, inspection).filter(
      ({ attributes }) => attributes['fill-opacity'] === '0.8',
    );
    expect(clouds).toEqual([]);
  });
});
