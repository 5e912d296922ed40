/**
 * `npm run bench:scaling`: speed over size, width and threads, as bench/results/scaling.json and as
 * figures in docs/figures/. With `-- --draw` the figures alone, from the committed measurements.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measurePeak } from '../peak.js';
import { type Scaling, scalingFigure } from './figure.js';
import { measureProducts, measureThreads, measureUpdates, type Series } from './measure.js';

interface Measurements {
  machine: string;
  peak: number;
  products: Series[];
  updates: Series[];
  threads: Series[];
}

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const RESULTS = file('bench/results/scaling.json');

const { values } = parseArgs({ options: { draw: { type: 'boolean' } } });
if (!values.draw) {
  const machine = `${cpus()[0].model.trim()}, Node ${process.versions.node}`;
  const threads = await measureThreads();
  const products = await measureProducts();
  const updates = await measureUpdates();
  const measured: Measurements = { machine, peak: await measurePeak(), products, updates, threads };
  writeFileSync(RESULTS, `${JSON.stringify(measured, null, 1)}\n`);
}
draw(JSON.parse(readFileSync(RESULTS, 'utf8')));

function draw({ machine, peak, products, updates, threads }: Measurements): void {
  const figures: Scaling[] = [
    {
      name: 'products',
      title: 'Products of square matrices',
      subtitle: `One thread, best of 25; ${machine}`,
      x: { title: 'rows and columns', log: true },
      y: { title: 'GFLOP/s', log: false },
      series: products,
      limit: { label: `peak of 128-bit lanes, ${peak.toFixed(0)}`, at: peak },
    },
    {
      name: 'updates',
      title: 'One update of a network with one hidden layer',
      subtitle: `4-h-1, ReLU, 100 samples, one thread, best of 25; ${machine}`,
      x: { title: 'hidden units', log: true },
      y: { title: 'microseconds', log: true },
      series: updates,
    },
    {
      name: 'threads',
      title: 'Speed over threads',
      subtitle: `Training alone, best of 4; ${machine}`,
      x: { title: 'threads', log: false },
      y: { title: 'times one thread', log: false },
      series: threads,
      limit: { label: 'as many times', at: 'x' },
    },
  ];
  mkdirSync(file('docs/figures'), { recursive: true });
  for (const figure of figures) {
    writeFileSync(file(`docs/figures/${figure.name}.svg`), scalingFigure(figure));
  }
}
