import { describe, expect, it } from 'vitest';
import { renderFiles } from '../../src/report/index.js';
import type { Results } from '../../src/results/schema.js';
import { classResults } from '../results/class-sample.js';
import { sampleResults } from '../results/sample.js';
import { INSPECTIONS } from './inspections.js';
import { sampleManifest } from './sample-manifest.js';

const render = (results: Results, look?: keyof typeof INSPECTIONS) =>
  renderFiles(
    results,
    sampleManifest(results),
    look === undefined ? undefined : INSPECTIONS[look](),
  );
const linesOf = (text: string | undefined) => text!.trimEnd().split('\n');

describe('the data of a figure beside it', () => {
  it('is there for every figure that no other table has', () => {
    const paths = ['three classes', 'quantities of two inputs', 'images of writing'].flatMap(
      (look) => {
        const files = render(classResults(), look as keyof typeof INSPECTIONS);
        return [...files.keys()].filter((path) => /^figures\/.*\.csv$/.test(path));
      },
    );
    expect([...new Set(paths)].sort()).toEqual([
      'figures/accuracy-curves.csv',
      'figures/decision-boundary.csv',
      'figures/first-layer.csv',
      'figures/loss-curves.csv',
      'figures/misread.csv',
      'figures/predicted-vs-true.csv',
      'figures/timeline.csv',
    ]);
  });

  it('has a row per variant, set and evaluated epoch of the learning curves', () => {
    const results = sampleResults({ seeds: 3, epochs: 400 });
    const lines = linesOf(render(results).get('figures/loss-curves.csv'));
    expect(lines[0]).toBe('variant,set,epoch,median,q1,q3,mean,low,high');
    expect(lines).toHaveLength(1 + 10 * 2 * 401);
    const { test } = results.aggregate[9];
    const last = [test.median, test.q1, test.q3, test.mean, test.low, test.high];
    expect(lines.at(-1)).toBe(`4-2000-1,test,400,${last.join(',')}`);
  });

  it('has the plane and the samples of a boundary, classes by name', () => {
    const look = INSPECTIONS['three classes']();
    const { plane, train, test } = look.boundary!;
    const lines = linesOf(
      render(classResults(), 'three classes').get('figures/decision-boundary.csv'),
    );
    expect(lines[0]).toBe('set,x1,x2,target,answer,lead');
    const samples = train.x.length + test.x.length;
    expect(lines).toHaveLength(1 + plane.rows * plane.columns + samples);
    expect(lines[1]).toMatch(new RegExp(`^plane,${plane.low[0]},${plane.low[1]},,`));
    const corner = lines[plane.rows * plane.columns].split(',');
    expect(corner.slice(1, 3).map(Number)).toEqual(plane.high);
  });

  it('has true and predicted values', () => {
    const { shown } = INSPECTIONS['quantities of two inputs']().predicted!;
    const lines = linesOf(
      render(classResults(), 'quantities of two inputs').get('figures/predicted-vs-true.csv'),
    );
    expect(lines[1]).toBe(`1,train,${shown[0].train!.true[0]},${shown[0].train!.predicted[0]}`);
  });

  it('has pixels and weights, an image or a unit a row', () => {
    const files = render(classResults(), 'images of writing');
    const look = INSPECTIONS['images of writing']();
    const images = linesOf(files.get('figures/misread.csv'));
    expect(images).toHaveLength(1 + look.misread!.images.length);
    const units = linesOf(files.get('figures/first-layer.csv'));
    expect(units).toHaveLength(1 + look.firstLayer!.weights.length);
    expect(units[0].split(',')).toHaveLength(1 + look.firstLayer!.weights[0].length);
    expect(units[2].split(',')[0]).toBe('2');
  });

  it('has who trained what', () => {
    const results = sampleResults({ seeds: 2 });
    const lines = linesOf(render(results).get('figures/timeline.csv'));
    expect(lines).toHaveLength(1 + 20);
  });
});
