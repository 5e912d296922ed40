import { describe, expect, it } from 'vitest';
import { misreadFigure } from '../../../src/report/figures/misread.js';
import { INSPECTIONS } from '../inspections.js';
import { labelsOf, pathsOf } from './draw-inspection.js';

describe('misread images', () => {
  it('have class, answer and how sure of it, the rest in a note', () => {
    const labels = labelsOf(misreadFigure, 'images of writing');
    expect(labels.slice(2, 4)).toEqual(['0 read as 1', '99.0 %']);
    expect(labels.join(' ')).toContain(
      '31 of 360 test images are misread (8.6 %); drawn are the 7 images of which the network is most sure.',
    );
    expect(labelsOf(misreadFigure, 'images of hostile names, by outputs')).toContain(
      'output 0.990',
    );
    expect(labelsOf(misreadFigure, 'one misread image').join(' ')).toContain(
      '1 of 1 test image is misread (100 %)',
    );
  });

  it('are fewer where they would take too much room', () => {
    const drawn = labelsOf(misreadFigure, 'noise in large images').filter((text) =>
      text.endsWith('read as 1'),
    );
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.length).toBeLessThan(12);
  });

  it('are in colours where there are three channels, else in grey', () => {
    const classes = (key: string) =>
      pathsOf(misreadFigure, INSPECTIONS[key]()).map(({ attributes }) => attributes.class);
    expect(classes('images in colours').every((name) => name.startsWith('r'))).toBe(true);
    expect(classes('images of writing')).toEqual(['g5', 'g15']);
    expect(classes('light images of four channels').every((name) => name.startsWith('g'))).toBe(
      true,
    );
  });

  it('make no figure where there are none', () => {
    expect(misreadFigure({ name: 'sweep' }, INSPECTIONS['no misread image']())).toBeUndefined();
  });
});
