import { describe, expect, it } from 'vitest';
import { classFiles } from '../../src/report/class-csv.js';
import { curvesCsv, resultsCsv } from '../../src/report/csv.js';
import { classResults } from '../results/class-sample.js';
import { ASSIGNMENT, failed, sampleResults } from '../results/sample.js';
import { literalResults } from './literal.js';

describe('curves.csv', () => {
  it('has a row per run and epoch, empty where a loss is not finite', () => {
    const lines = curvesCsv(literalResults()).split('\n');
    expect(lines[0]).toBe('variant,seed,epoch,train,test,train_mae,test_mae,train_r2,test_r2');
    expect(lines[1]).toBe('4-2-1,42,0,3.1,380,1.40855,15.5949,-0.0197368,-0.0410959');
    expect(lines).toContain('4-8-1,43,2,,,,,,');
    expect(lines).toHaveLength(1 + 6 * 4 + 1);
    expect(lines.at(-1)).toBe('');
  });
});

describe('results.csv', () => {
  it('has a row per run', () => {
    const results = sampleResults({
      seeds: 2,
      networks: ASSIGNMENT.slice(0, 1),
      change: (run) => (run.seed === 43 ? failed(run) : run),
    });
    const { final, metrics } = results.runs[0];
    const { mae, r2 } = metrics;
    const values = [final, mae!.final, r2!.final].map(({ train, test }) => `${train},${test}`);
    expect(resultsCsv(results)).toBe(
      'variant,network,params,seed,status,train,test,train_mae,test_mae,train_r2,test_r2\n' +
        `4-2-1,4-2-1,13,42,done,${values.join(',')}\n` +
        '4-2-1,4-2-1,13,43,failed,,,,,,\n',
    );
  });

  it('has a column per hyper-parameter and quotes what needs it', () => {
    const results = literalResults();
    const variants = results.variants.map((variant, at) => ({
      ...variant,
      hyper: at === 0 ? { 'learning,rate': 0.1, note: 'a "b"' } : { 'learning,rate': 1e-7 },
    }));
    const lines = resultsCsv({ ...results, variants }).split('\n');
    expect(lines[0]).toMatch(/^variant,.*,test_r2,"learning,rate",note$/);
    expect(lines[1]).toMatch(/^4-2-1,4-2-1,13,42,done,1\.1,280,.*,0\.1,"a ""b"""$/);
    expect(lines[3]).toMatch(/^4-8-1,4-8-1,49,42,done,0\.6,250,.*,1e-7,$/);
  });
});

describe('with classes, validation rows, folds and early stopping', () => {
  const results = classResults({
    classNames: ['big, blue', 'red'],
    hidden: [2],
    seeds: 1,
    folds: 2,
    stops: () => 4,
  });
  const { final, metrics, confusion } = results.runs[1];
  const accuracy = metrics.accuracy!;

  it('curves.csv has their columns', () => {
    const lines = curvesCsv(results).split('\n');
    expect(lines[0]).toBe(
      'variant,seed,fold,epoch,train,validation,test,' +
        'train_accuracy,validation_accuracy,test_accuracy',
    );
    expect(lines).toHaveLength(1 + 2 * 5 + 1);
    const [first] = accuracy.history.validation!;
    expect(lines[6].split(',').slice(0, 4)).toEqual(['4-2-2', '42', '1', '0']);
    expect(lines[6].split(',')[8]).toBe(String(first));
  });

  it('results.csv too, and the epochs', () => {
    const lines = resultsCsv(results).split('\n');
    expect(lines[0]).toMatch(/,seed,fold,status,train,validation,test,.*,epochs,kept_epoch$/);
    const values = [final, accuracy.final].flatMap((v) => [v.train, v.validation, v.test]);
    expect(lines[2]).toBe(`4-2-2,4-2-2,16,42,1,done,${values.join(',')},4,1`);
  });

  it('confusion.csv and classes.csv are made', () => {
    const files = new Map(classFiles(results));
    const lines = files.get('confusion.csv')!.split('\n');
    expect(lines[0]).toBe('variant,seed,fold,class,answer,count');
    expect(lines).toContain(`4-2-2,42,1,"big, blue",red,${confusion![0][1]}`);
    expect(files.get('classes.csv')).toMatch(
      /^variant,class,precision,recall,f1,support\n4-2-2,"big, blue",[\d.]+,[\d.]+,[\d.]+,20\n4-2-2,red,/,
    );
  });

  it('and only then', () => {
    expect(classFiles(literalResults())).toEqual([]);
  });

  it('a share of nothing is an empty cell', () => {
    const classes = [{ name: 'a', precision: null, recall: 0, f1: 0, support: 3 }];
    const aggregate = [{ ...results.aggregate[0], classes }];
    expect(new Map(classFiles({ ...results, aggregate })).get('classes.csv')).toContain(
      '4-2-2,a,,0,0,3\n',
    );
  });
});
