/**
 * `npm run bench:verdict`: how often the verdict on double descent errs, and how often it sees a peak
 * that is there, on synthetic sweeps; about a minute on one core. Writes bench/results/verdict.json and
 * the tables of docs/verdict.md, which a test compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NOISES } from './noise.js';
import { SHAPES } from './shapes.js';
import { type Cell, LEVELS, SEEDS, simulateCell } from './simulate.js';
import { ratesTable, type Simulation, withTables } from './table.js';

/** Of every cell; a multiple of the noises. */
const SWEEPS = 2000;

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const [RESULTS, PAGE] = [file('bench/results/verdict.json'), file('docs/verdict.md')];

const began = process.cpuUsage();
const cells: Cell[] = SHAPES.flatMap((shape) =>
  SEEDS.flatMap((seeds) => LEVELS.map((level) => simulateCell(shape, seeds, level, SWEEPS))),
);
const seconds = process.cpuUsage(began).user / 1e6;
const simulation: Simulation = { noises: NOISES.map(({ name }) => name), cells };
const lines = cells.map((cell) => `    ${JSON.stringify(cell)}`).join(',\n');
const noises = JSON.stringify(simulation.noises);
writeFileSync(RESULTS, `{\n  "noises": ${noises},\n  "cells": [\n${lines}\n  ]\n}\n`);
writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8'), simulation));
console.log(`observed\n${ratesTable(cells, 'observed')}`);
console.log(`inconclusive\n${ratesTable(cells, 'inconclusive')}`);
console.log(`${cells.length * SWEEPS} sweeps, ${seconds.toFixed(0)} s of one core`);
