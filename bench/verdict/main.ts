/**
 * `npm run bench:verdict`: how often the verdict on double descent errs, and how often it sees a peak
 * that is there, on synthetic sweeps; about a second per 2,000 of them on one core. Writes
 * bench/results/verdict.json and the tables of docs/verdict.md, which a test compares. With
 * `-- --tables` the tables alone, from the committed rates.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { NOISES } from './noise.js';
import { SHAPES } from './shapes.js';
import { type Advice, type Cell, LEVELS, SEEDS, simulateAdvice, simulateCell } from './simulate.js';
import { ratesTable, type Simulation, withTables } from './table.js';

/** Of every cell; a multiple of the noises. */
const SWEEPS = 2000;
/** Of every cell of the advice to add seeds. */
const ADVISED = 500;

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const [RESULTS, PAGE] = [file('bench/results/verdict.json'), file('docs/verdict.md')];

const { values } = parseArgs({ options: { tables: { type: 'boolean' } } });
if (!values.tables) simulate();
const simulation: Simulation = JSON.parse(readFileSync(RESULTS, 'utf8'));
writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8'), simulation));
console.log(ratesTable(simulation.cells, 'observed'));

function simulate(): void {
  const began = process.cpuUsage();
  const cells = SHAPES.flatMap((shape) =>
    SEEDS.flatMap((seeds) => LEVELS.map((level) => simulateCell(shape, seeds, level, SWEEPS))),
  );
  const advice = SHAPES.flatMap((shape) =>
    [5, 10].map((seeds) => simulateAdvice(shape, seeds, 0.3, ADVISED)),
  );
  writeFileSync(RESULTS, text({ noises: NOISES.map(({ name }) => name), cells, advice }));
  const seconds = process.cpuUsage(began).user / 1e6;
  console.log(`${cells.length * SWEEPS} sweeps, ${seconds.toFixed(0)} s of one core`);
}

/** A line per cell. */
function text({ noises, ...lists }: Simulation): string {
  const members = Object.entries(lists).map(([key, list]) => {
    const lines = list.map((record: Cell | Advice) => `    ${JSON.stringify(record)}`).join(',\n');
    return `  ${JSON.stringify(key)}: [\n${lines}\n  ]`;
  });
  return `{\n  "noises": ${JSON.stringify(noises)},\n${members.join(',\n')}\n}\n`;
}
