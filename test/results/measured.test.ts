import { expect, it } from 'vitest';
import { foldsIn, metricsIn, setsIn, statisticOf } from '../../src/results/measured.js';
import { classResults } from './class-sample.js';
import { sampleResults } from './sample.js';

it('knows what a sweep measured', () => {
  const quantities = sampleResults({ seeds: 2 });
  expect(metricsIn(quantities)).toEqual(['mae', 'r2']);
  expect(setsIn(quantities)).toEqual(['train', 'test']);
  expect(foldsIn(quantities)).toBe(0);
  const classes = classResults({ folds: 5 });
  expect(metricsIn(classes)).toEqual(['accuracy']);
  expect(setsIn(classes)).toEqual(['train', 'validation', 'test']);
  expect(foldsIn(classes)).toBe(5);
  expect([statisticOf(quantities), statisticOf(classes)]).toEqual(['median', 'mean']);
});
