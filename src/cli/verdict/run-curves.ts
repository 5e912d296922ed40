import * as v from 'valibot';
import { describeValue, printable, quote } from '../../config/text.js';
import { fileError, ReadProblems } from '../../data/read/problems.js';
import { recordedLines } from '../../results/reference-lines.js';
import type { Results } from '../../results/schema.js';
import { type VerdictCurve, verdictCurves, whyNotJudged } from '../../results/verdict-curves.js';

const SCHEMA = 'lanewise/results@1';
const Value = v.nullable(v.number('a number or null'));
const Whole = v.pipe(v.number('a whole number'), v.integer('a whole number'), v.minValue(0));

/** What a verdict needs of a results.json. */
const RecordedSchema = v.looseObject({
  config: v.looseObject({
    data: v.looseObject({ noiseVariance: v.optional(v.pipe(v.number(), v.minValue(0))) }),
    training: v.looseObject({
      loss: v.union([v.string(), v.looseObject({ name: v.string() })], 'a loss'),
    }),
  }),
  datasets: v.pipe(
    v.array(
      v.looseObject({ id: v.string(), trainRows: Whole, testRows: Whole, outputs: Whole }),
      'a list of datasets',
    ),
    v.minLength(1, 'at least one dataset'),
  ),
  networks: v.array(v.looseObject({ id: v.string(), layers: v.array(v.unknown()) }), 'a list'),
  variants: v.array(
    v.looseObject({
      id: v.string(),
      network: v.string(),
      hyper: v.record(v.string(), v.unknown()),
    }),
    'a list',
  ),
  runs: v.pipe(
    v.array(
      v.looseObject({
        variant: v.string(),
        seed: Whole,
        dataset: v.string(),
        status: v.string(),
        final: v.looseObject({ train: Value, test: Value }),
        metrics: v.looseObject({}),
      }),
      'a list of runs',
    ),
    v.minLength(1, 'at least one run'),
  ),
  aggregate: v.pipe(
    v.array(v.looseObject({ variant: v.string(), params: v.pipe(Whole, v.minValue(1)) }), 'a list'),
    v.minLength(1, 'at least one network'),
  ),
  observations: v.array(
    v.looseObject({ kind: v.string(), evidence: v.looseObject({}) }),
    'a list of observations',
  ),
});

/**
 * The curves of a results.json, as the sweep itself judged them.
 *
 * @throws {InputError} (exit code 3) for results that are none or have no verdict.
 */
export function runCurves(value: Record<string, unknown>, path: string): VerdictCurve[] {
  if (value.schema !== SCHEMA) {
    throw fileError(path, `found schema ${describeValue(value.schema)}, expected ${SCHEMA}`);
  }
  const { issues } = v.safeParse(RecordedSchema, value);
  const problems = new ReadProblems(printable(path));
  for (const issue of issues ?? []) {
    const found = issue.input === undefined ? 'nothing' : describeValue(issue.input);
    const expected = issue.message.startsWith('Invalid') ? issue.expected : issue.message;
    problems.add(`${quote(v.getDotPath(issue) ?? '')}: found ${found}, expected ${expected}`);
  }
  problems.throwAny();
  const results = value as unknown as Results;
  const reason = whyNotJudged(results);
  if (reason !== undefined) throw fileError(path, `found a run that is not judged: ${reason}`);
  return verdictCurves(results, recordedLines(results.observations));
}
