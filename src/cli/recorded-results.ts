import * as v from 'valibot';
import { describeValue, printable, quote } from '../config/text.js';
import { fileError, ReadProblems } from '../data/read/problems.js';
import type { Results } from '../results/schema.js';

const SCHEMA = 'lanewise/results@1';
const Value = v.nullable(v.number('a number or null'));
const Whole = v.pipe(v.number('a whole number'), v.integer('a whole number'), v.minValue(0));

/** What a verdict needs of a results.json. */
const VerdictSchema = v.looseObject({
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

/** What a comparison needs of it. */
const ComparedSchema = v.looseObject({
  ...VerdictSchema.entries,
  name: v.string('a name'),
  configHash: v.string('a hash'),
  datasets: v.array(v.looseObject({ id: v.string(), testRows: Whole, sha256: v.string() })),
  networks: v.array(v.looseObject({ id: v.string(), layers: v.array(v.unknown()), params: Whole })),
  observations: v.array(
    v.looseObject({ kind: v.string(), text: v.string(), evidence: v.looseObject({}) }),
  ),
});

const SCHEMAS = { verdict: VerdictSchema, comparison: ComparedSchema } as const;

/**
 * The results in a JSON value, as far as they are needed for something.
 *
 * @throws {InputError} (exit code 3) with everything that is wrong with them.
 */
export function recordedResults(
  value: Record<string, unknown>,
  path: string,
  purpose: keyof typeof SCHEMAS,
): Results {
  if (value.schema !== SCHEMA) {
    throw fileError(path, `found schema ${describeValue(value.schema)}, expected ${SCHEMA}`);
  }
  const { issues } = v.safeParse(SCHEMAS[purpose], value);
  const problems = new ReadProblems(printable(path));
  for (const issue of issues ?? []) {
    const found = issue.input === undefined ? 'nothing' : describeValue(issue.input);
    const expected = issue.message.startsWith('Invalid') ? issue.expected : issue.message;
    problems.add(`${quote(v.getDotPath(issue) ?? '')}: found ${found}, expected ${expected}`);
  }
  problems.throwAny();
  return value as unknown as Results;
}
