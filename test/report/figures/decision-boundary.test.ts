import { describe, expect, it } from 'vitest';
import type { ClassBoundary } from '../../../src/inspect/types.js';
import { decisionBoundary } from '../../../src/report/figures/decision-boundary.js';
import { INSPECTIONS } from '../inspections.js';
import { draw, labelsOf, pathsOf } from './draw-inspection.js';

describe('the decision boundary', () => {
  it('says whose it is, and why that network', () => {
    const labels = labelsOf(decisionBoundary, 'three classes');
    expect(labels.slice(0, 2)).toEqual([
      'Decision boundary of 2-8-3: sweep',
      '2-8-3 seed 42, the network with the best median test accuracy (97.1 %)',
    ]);
  });

  it('has an area for every class that is answered, and its share in words', () => {
    const inspection = INSPECTIONS['three classes']();
    const areas = pathsOf(decisionBoundary, inspection).filter(
      ({ attributes }) => attributes['fill-opacity'] === '0.15',
    );
    expect(areas).toHaveLength(3);
    const { texts } = draw(decisionBoundary, inspection);
    expect(texts.get('desc')![0]).toMatch(/class 0 on 2\d\.\d %, class 1 on .* %, class 2 on/);
    const alone = draw(decisionBoundary, INSPECTIONS['one class alone']()).texts.get('desc')!;
    expect(alone[0]).toContain('class 0 on 0 %, class 1 on 100 %');
  });

  it('rings the samples that are answered as another class, and counts them', () => {
    const inspection = INSPECTIONS['three classes']();
    const ringed = pathsOf(decisionBoundary, inspection)
      .map(({ attributes }) => attributes.d.match(/a5 5 0 1 0 10 0/g)?.length ?? 0)
      .reduce((sum, count) => sum + count, 0);
    const { test } = inspection.boundary as ClassBoundary;
    const wrong = test.class.filter((k, i) => k !== test.answer[i]).length;
    // One more in the key.
    expect(ringed).toBe(wrong + 1);
    expect(labelsOf(decisionBoundary, 'three classes').at(-1)).toContain(
      `25 of 100 test samples, of which ${wrong} are answered otherwise`,
    );
  });

  it('uses the names of inputs and classes, or numbers', () => {
    const named = { ...INSPECTIONS['three classes'](), classNames: ['a', 'b', 'c'] };
    const { labels } = draw(decisionBoundary, { ...named, inputNames: ['length', 'width'] });
    const texts = labels.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['a', 'b', 'c', 'length']));
    expect(labelsOf(decisionBoundary, 'three classes')).toContain('first input');
  });

  it('frames the range of training where the plane goes far beyond', () => {
    expect(labelsOf(decisionBoundary, 'three classes')).not.toContain('range of training');
    expect(labelsOf(decisionBoundary, 'quantities of two inputs')).toContain('range of training');
    expect(labelsOf(decisionBoundary, 'two classes of hostile names')).toContain(
      'range of training',
    );
  });

  it('keeps inputs on one scale unless that makes a strip', () => {
    const height = (key: string) => {
      const frame = draw(decisionBoundary, INSPECTIONS[key]()).elements.find(
        ({ attributes }) => attributes.width === '420' && attributes.fill === 'none',
      );
      return frame!.attributes.height;
    };
    expect(height('three classes')).toBe('420');
    expect(height('two classes of hostile names')).toBe('380');
  });

  it('of quantities has bands between round values, and a value where there is one', () => {
    const labels = labelsOf(decisionBoundary, 'quantities of two inputs');
    expect(labels).toEqual(expect.arrayContaining(['−0.4', '0', '1.2']));
    expect(labelsOf(decisionBoundary, 'constant predictions')).toContain('2.00');
  });
});
