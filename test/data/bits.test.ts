import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { digestRows } from '../../src/data/digest.js';
import { open } from './samples.js';

const PENDULUM = fileURLToPath(new URL('../../examples/pendulum.csv', import.meta.url));

// Recorded by version 0.1.0: published results hang on every bit of these rows.
it.each([
  [
    {},
    {
      'assignment-42': '7d6a5b7eec8142f3a9d3cefa7a0cb4fbe075de194373e5a159ad50823aed92a7',
      'assignment-43': '04b4825f84b291be5e639cd54c1b8a1af37e994b5372a6db9b03d850f790d774',
    },
  ],
  [
    { kind: 'tutorial', train: 200 },
    {
      'tutorial-42': 'baf78715b6f52c3950d88d4a462565b389bdedb23a3a13d73a9ee83201e8ad27',
      'tutorial-43': '3cbc51e2f3e07a0633d198fd4909b188e4e0ec8214502fce12aa9f84fb00b421',
    },
  ],
  [
    { kind: 'csv', file: PENDULUM, target: 'period', testFraction: 0.2 },
    {
      'csv-42': 'a3d322787a8b5e57173e9001bf3aefac434d769079c51b4e5a5807fc20e077e5',
      'csv-43': 'c2e976dfaaf611e6153b828adb888492a79606c35ec4fcfbb22cf4e119f63c08',
    },
  ],
  [
    { kind: 'csv', file: PENDULUM, testFile: PENDULUM },
    { csv: 'db1bb23bcd16030c256cd909521a12a97c338ae22031bded43f35778ed0e98c0' },
  ],
])('%j is drawn and split as ever', async (data, expected) => {
  const source = await open(data, { seeds: { seed: 42, seeds: 2 } });
  const datasets = source.entries.map((_, i) => source.dataset(i));
  const found = datasets.map((dataset) => [dataset.id, digestRows(dataset)]);
  expect(Object.fromEntries(found)).toEqual(expected);
});
