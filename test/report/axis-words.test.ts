import { describe, expect, it } from 'vitest';
import {
  axisStems,
  axisTitle,
  axisTitles,
  combinationWords,
  described,
} from '../../src/report/axis-words.js';
import type { SweepAxis } from '../../src/results/sweep-axes.js';

const axis = (name: string, values: SweepAxis['values'] = [1, 2]): SweepAxis => ({
  name,
  kind: 'linear',
  values,
  of: new Map(),
});

describe('words of an axis', () => {
  it('are those of its key', () => {
    expect(axisTitle(axis('learningRate'))).toBe('learning rate');
    expect(axisTitle(axis('earlyStopping.minDelta'))).toBe('early stopping min delta');
    expect(axisTitle(axis('l1'))).toBe('l1');
    expect(axisTitle(axis('train'))).toBe('training samples');
    expect(axisStems([axis('train')]).get('train')).toBe('train');
    expect(axisTitles([axis('params'), axis('batchSize'), axis('l2')])).toBe(
      'size, batch size and l2',
    );
  });

  it('make values that stand alone', () => {
    expect(combinationWords([axis('params')], [12001])).toBe('12,001 params');
    expect(combinationWords([axis('shuffle')], [false])).toBe('no shuffle');
    expect(combinationWords([axis('learningRate')], [1e-7])).toBe('1e-7');
    expect(combinationWords([axis('x')], [undefined])).toBe('–');
    expect(described(axis('params', [13, 2401])).labels).toEqual(['13', '2,401']);
  });

  it('make safe names of files, no two alike', () => {
    const names = ['learningRate', 'learning-rate', '../x', '<b>', 'a.b', 'params'];
    const stems = [...axisStems(names.map((name) => axis(name))).values()];
    expect(stems.slice(0, 2)).toEqual(['learning-rate', 'learning-rate_1']);
    expect(new Set(stems).size).toBe(names.length);
    for (const stem of stems) expect(stem).toMatch(/^[\w.~-]+$/);
  });
});
