import { MEASURES, obstacles, usualMeasure } from '../compare/comparable.js';
import { compareRuns } from '../compare/compare.js';
import type { Comparison, LabelledRun, MeasureName } from '../compare/types.js';
import { InputError, type Problem } from '../config/problem.js';
import { didYouMean } from '../config/suggest.js';
import { alternatives, describeValue } from '../config/text.js';
import { VERSION } from '../version.js';
import { readRuns, resultsFile } from './compare/read-runs.js';
import { EXIT } from './exit-codes.js';
import { outFileProblems, writeOut } from './out-file.js';
import type { Invocation } from './settings.js';
import { write } from './terminal.js';

/** More lines than this cannot be told apart. */
const MOST_RUNS = 6;

/**
 * `lanewise compare`: runs side by side.
 *
 * @throws {InputError} (2) for flags and for runs that cannot be compared, (3) for files that are none.
 */
export async function compareCommand({
  values,
  operands,
  problems: unknown,
}: Invocation): Promise<number> {
  const problems: Problem[] = [...unknown];
  if (operands.length < 2 || operands.length > MOST_RUNS) {
    const plural = operands.length === 1 ? '' : 's';
    const message = `found ${operands.length} run${plural}, expected 2 to ${MOST_RUNS}: folders, or results.json`;
    problems.push({ where: 'compare', message });
  }
  const out = values.out as string | undefined;
  const measure = readMeasure(values.measure, problems);
  problems.push(...outFileProblems(out, values.force === true, operands.map(resultsFile)));
  if (problems.length > 0) throw new InputError(problems);
  const runs = await readRuns(operands);
  const by = measure ?? usualMeasure(runs);
  const found = obstacles(runs, by);
  if (found.length > 0) throw new InputError(found.map((message) => ({ message })));
  const comparison = compareRuns(runs, by);
  if (values.json === true) write(process.stdout, `${JSON.stringify(comparison, null, 2)}\n`);
  else {
    const { comparisonText } = await import('../report/compare/text.js');
    const width = process.stdout.columns || Number.POSITIVE_INFINITY;
    write(process.stdout, comparisonText(comparison, width));
  }
  if (out !== undefined) {
    await writeOut(out, await pageOf(comparison, runs, operands, measure));
    write(process.stderr, `written to ${out}\n`);
  }
  return EXIT.done;
}

function readMeasure(value: unknown, problems: Problem[]): MeasureName | undefined {
  if (value === undefined) return undefined;
  const known = MEASURES.find((name) => name === value);
  if (known === undefined) {
    const hint = didYouMean(value, MEASURES);
    const message = `found ${describeValue(value)}, expected ${alternatives(MEASURES)}${hint}`;
    problems.push({ where: '--measure', message });
  }
  return known;
}

async function pageOf(
  comparison: Comparison,
  runs: readonly LabelledRun[],
  operands: readonly string[],
  measure: MeasureName | undefined,
): Promise<string> {
  const { overlayFigure } = await import('../report/compare/overlay.js');
  const { comparisonPage } = await import('../report/compare/page.js');
  const flags = measure === undefined ? [] : ['--measure', measure];
  const command = ['lanewise compare', ...operands, ...flags].join(' ');
  const figure = overlayFigure(runs, comparison.measure);
  return comparisonPage(comparison, figure, { command, version: VERSION });
}
