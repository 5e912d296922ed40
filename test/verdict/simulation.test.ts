import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NOISES } from '../../bench/verdict/noise.js';
import { SHAPES } from '../../bench/verdict/shapes.js';
import { LEVELS, SEEDS, simulateAdvice, simulateCell } from '../../bench/verdict/simulate.js';
import { type Simulation, withTables } from '../../bench/verdict/table.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const simulation: Simulation = JSON.parse(read('bench/results/verdict.json'));

describe('the simulation of the verdict', () => {
  it('is that which the docs show', () => {
    const page = read('docs/verdict.md');
    expect(withTables(page, simulation)).toBe(page);
  });

  it('is of every shape, number of seeds and level, 2,000 sweeps or more each', () => {
    const { cells, noises } = simulation;
    expect(noises).toEqual(NOISES.map(({ name }) => name));
    expect(cells.map(({ shape, seeds, level }) => [shape, seeds, level])).toEqual(
      SHAPES.flatMap(({ name }) =>
        SEEDS.flatMap((seeds) => LEVELS.map((level) => [name, seeds, level])),
      ),
    );
    expect(Math.min(...cells.map(({ sweeps }) => sweeps))).toBeGreaterThanOrEqual(2000);
  });

  it('gives the same rates again', () => {
    const [plateau] = SHAPES;
    const cell = simulation.cells.find(({ seeds, level }) => seeds === 10 && level === 0.3);
    expect(simulateCell(plateau, 10, 0.3, 2000)).toEqual(cell);
    expect(simulateAdvice(SHAPES[7], 5, 0.3, 500)).toEqual(
      simulation.advice.find(({ shape, seeds }) => shape === SHAPES[7].name && seeds === 5),
    );
  });

  it('keeps to the rates that the docs speak of', () => {
    const without = simulation.cells.filter(({ shape }) => !shape.startsWith('peak'));
    const [steps, others] = [true, false].map((isStep) =>
      without.filter(({ shape }) => shape.startsWith('step') === isStep),
    );
    const most = (cells: typeof without) => Math.max(...cells.map(({ observed }) => observed));
    const mostBy = (cells: typeof without) => Math.max(...cells.flatMap((cell) => cell.observedBy));
    expect([most(others), most(steps)].map((rate) => (100 * rate).toFixed(1))).toEqual([
      '0.4',
      '0.9',
    ]);
    expect([mostBy(others), mostBy(steps)]).toEqual([0.0125, 0.025]);
  });
});
