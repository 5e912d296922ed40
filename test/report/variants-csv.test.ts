import { describe, expect, it } from 'vitest';
import { variantsCsv } from '../../src/report/variants-csv.js';
import type { Results } from '../../src/results/schema.js';
import { classResults } from '../results/class-sample.js';
import { diverged, sampleResults } from '../results/sample.js';
import { gridResults, listResults, variedResults } from '../results/varied-sample.js';

/** Rows by column; no cell of these sweeps needs quotes. */
function rowsOf(results: Results): Record<string, string>[] {
  const [head, ...lines] = variantsCsv(results).trimEnd().split('\n');
  const heads = head.split(',');
  expect(new Set(heads).size).toBe(heads.length);
  return lines.map((line) => {
    const cells = line.split(',');
    expect(cells).toHaveLength(heads.length);
    return Object.fromEntries(heads.map((name, at) => [name, cells[at]]));
  });
}

describe('variants.csv', () => {
  it('has a row per variant, what it is first, how it did last', () => {
    const [head] = variantsCsv(gridResults()).split('\n');
    expect(head).toMatch(
      /^variant,network,params,depth,widths,activation,init,dropout,bias,output\./,
    );
    expect(head).toMatch(/,epochs,batchSize,shuffle,loss,optimizer,optimizer\.learningRate,/);
    expect(head).toMatch(/,augmentation\.rotation,data\.kind,data\.train,data\.test,/);
    expect(head).toMatch(
      /,runs,finished,train_median,train_mean,test_median,test_mean,train_mae_median,.*,test_r2_mean$/,
    );
    const rows = rowsOf(gridResults());
    expect(rows).toHaveLength(12);
    expect(rows[6]).toMatchObject({
      variant: '4-8-1 batchSize=50 learningRate=0.1',
      params: '49',
      depth: '1',
      widths: '8',
      batchSize: '50',
      'optimizer.learningRate': '0.1',
      'penalty.l1': '0',
      runs: '3',
      finished: '3',
      test_median: '107',
    });
    expect(rows[11]).toMatchObject({ finished: '0', test_median: '', test_mean: '' });
  });

  it('leaves empty what a variant has not', () => {
    const rows = rowsOf(variedResults({ variants: { grid: { optimizer: ['momentum', 'adam'] } } }));
    const shown = rows.map((row) => [row['optimizer.momentum'], row['optimizer.beta1']]);
    expect(shown).toEqual([
      ['0.9', ''],
      ['', '0.9'],
    ]);
  });

  it('has the label of a list, and what networks are scaled to', () => {
    expect(rowsOf(listResults()).map(({ setting }) => setting)).toEqual([
      'none',
      'L1',
      'L2',
      'dropout',
    ]);
    const scaled = rowsOf(
      variedResults({ hidden: [[8], [8, 8]], variants: { grid: { params: [100, 1000] } } }),
    );
    expect(
      scaled.map(({ target_params, params, depth }) => [target_params, params, depth]),
    ).toEqual([
      ['100', '97', '1'],
      ['100', expect.any(String), '2'],
      ['1000', '997', '1'],
      ['1000', '981', '2'],
    ]);
  });

  it('finds the config of a network by its place in the list', () => {
    const results = variedResults({
      hidden: [[4], [4, { units: 4, dropout: 0.5 }]],
      variants: { grid: { dropout: [0, 0.2] } },
    });
    expect(rowsOf(results).map(({ dropout }) => dropout)).toEqual(['0', '0/0.5', '0.2', '0.2/0.5']);
  });

  it('is made of networks alone, classes, folds, validation rows', () => {
    expect(rowsOf(sampleResults({ seeds: 2, change: diverged }))).toHaveLength(10);
    const [row] = rowsOf(classResults({ folds: 2, seeds: 1 }));
    expect(row).toMatchObject({ 'data.folds': '2', runs: '2', loss: 'softmax-cross-entropy' });
    expect(Object.keys(row)).toContain('validation_accuracy_mean');
  });
});
