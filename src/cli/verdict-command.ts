import { InputError, type Problem } from '../config/problem.js';
import { describeValue } from '../config/text.js';
import { verdictText } from '../report/verdict-text.js';
import { judgeCurves } from '../results/judge-curves.js';
import type { VerdictCurve } from '../results/verdict-curves.js';
import { assumptions } from '../verdict/assumptions.js';
import { isVariance } from '../verdict/check.js';
import type { Verdict } from '../verdict/types.js';
import { EXIT } from './exit-codes.js';
import { number } from './flags/flag.js';
import type { Invocation } from './settings.js';
import { write } from './terminal.js';
import { readCurves } from './verdict/read-curves.js';

/**
 * `lanewise verdict`: judges the errors of any program.
 *
 * @returns 0, whatever the verdict.
 * @throws {InputError} with all problems: (2) if any is of flags, (3) if all are of the file.
 */
export async function verdictCommand({
  values,
  operands,
  problems: unknown,
}: Invocation): Promise<number> {
  const { variances, problems } = readVariances(values);
  problems.unshift(...unknown);
  if (operands.length !== 1) {
    const message = `found ${operands.length} arguments, expected one: a file or the folder of a run`;
    problems.push({ where: 'verdict', message });
  }
  const read = operands.length === 1 ? await readOrExplain(operands[0], problems) : [];
  if (problems.length > 0) throw new InputError(problems);
  const curves = read.map((curve) => ({ ...curve, sweep: { ...curve.sweep, ...variances } }));
  const judged = judgeCurves(curves);
  if (values.json === true)
    printJson(
      curves,
      judged.map(({ verdict }) => verdict),
    );
  else {
    const width = process.stdout.columns || Number.POSITIVE_INFINITY;
    write(process.stdout, verdictText(judged, width));
  }
  return EXIT.done;
}

/** Beside problems of flags those of the file are problems, too; alone they end the command. */
async function readOrExplain(path: string, problems: Problem[]): Promise<VerdictCurve[]> {
  try {
    return await readCurves(path);
  } catch (error) {
    if (!(error instanceof InputError) || problems.length === 0) throw error;
    problems.push(...error.problems);
    return [];
  }
}

function readVariances(values: Record<string, unknown>) {
  const problems: Problem[] = [];
  const read = (key: 'labelVariance' | 'noiseVariance', where: string, least: string) => {
    if (values[key] === undefined) return {};
    const value = number(values[key] as string);
    if (isVariance(value, key)) return { [key]: value };
    const message = `found ${describeValue(value)}, expected a number ${least}`;
    problems.push({ where, message });
    return {};
  };
  const variances = {
    ...read('noiseVariance', '--noise-variance', 'from 0'),
    ...read('labelVariance', '--label-variance', 'above 0'),
  };
  return { variances, problems };
}

function printJson(curves: readonly VerdictCurve[], verdicts: readonly Verdict[]): void {
  const notes = new Set(curves.flatMap(({ sweep }) => assumptions(sweep)));
  for (const note of notes) write(process.stderr, `assumed: ${note}\n`);
  const several = curves.map(({ label }, i) => ({ curve: label, ...verdicts[i] }));
  write(
    process.stdout,
    `${JSON.stringify(curves.length === 1 ? verdicts[0] : several, null, 2)}\n`,
  );
}
