/** `npm run test:mutation`: breaks the compiled kernels in many ways and counts who notices. */
import { writeFile } from 'node:fs/promises';
import { bytes } from '../kernels/cases/implementations.js';
import { functionNames } from './names.js';
import { survivorsReport } from './report.js';
import { runMutants } from './run.js';

const SEED = 2026;
const COUNT = 2000;
const LEAST = 0.95;

const names = await functionNames(bytes);
const started = performance.now();
const judged = runMutants(bytes, SEED, COUNT);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
const { text, killed, unexplained } = survivorsReport(judged, bytes, names);
await writeFile(new URL('survivors.md', import.meta.url), text);

const share = ((100 * killed) / judged.length).toFixed(1);
console.log(`${killed} of ${judged.length} mutants killed (${share} %) in ${seconds} s`);
console.log(`${judged.length - killed} survivors in survivors.md, ${unexplained} unexplained`);
if (killed < LEAST * judged.length) process.exitCode = 1;
