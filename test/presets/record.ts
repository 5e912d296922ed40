import { sha256Hex } from '../../src/results/hash.js';
import type {
  AggregateRecord,
  DoubleDescentEvidence,
  Results,
  SetSpreads,
} from '../../src/results/schema.js';

/** The result of a preset as it lies beside its config: `examples/<name>.expected.json`. */
export interface Expected {
  /** Of results.json: the same on any machine. */
  sha256: string;
  configHash: string;
  runs: number;
  /** On double descent, where it was judged: of every curve. */
  verdicts?: ExpectedVerdict[];
  variants: ExpectedVariant[];
}

interface ExpectedVerdict extends Pick<DoubleDescentEvidence, 'verdict' | 'code' | 'effect'> {
  /** The variants at which the error peaks, and from which on networks interpolate. */
  peak: string | null;
  threshold: string | null;
}

export interface ExpectedVariant {
  variant: string;
  params: number;
  /** Runs that finished. */
  done: number;
  /** Median, first and third quartile of the final loss. */
  train: Quartiles;
  test: Quartiles;
  /** Mean, lowest and highest accuracy, where targets are classes. */
  trainAccuracy?: Range;
  testAccuracy?: Range;
}

type Quartiles = { median: number | null; q1: number | null; q3: number | null };
type Range = { mean: number | null; low: number | null; high: number | null };

/** What is kept of a run: enough to see what came out, and the hash of all of it. */
export function recordOf(text: string): Expected {
  const results = JSON.parse(text) as Results;
  return {
    sha256: sha256Hex(new TextEncoder().encode(text)),
    configHash: results.configHash,
    runs: results.runs.length,
    ...verdictsOf(results),
    variants: results.aggregate.map((record) => variantOf(results, record)),
  };
}

function verdictsOf({ observations }: Results): Pick<Expected, 'verdicts'> {
  const judged = observations.flatMap(({ kind, evidence }) =>
    kind === 'double-descent' && 'code' in evidence
      ? [evidence as unknown as DoubleDescentEvidence]
      : [],
  );
  if (judged.length === 0) return {};
  const verdicts = judged.map(({ verdict, code, effect, peak, threshold, sizes }) => {
    const at = (size: number | null) => (size === null ? null : sizes[size].variant);
    return { verdict, code, effect, peak: at(peak), threshold: at(threshold) };
  });
  return { verdicts };
}

function variantOf({ runs }: Results, record: AggregateRecord): ExpectedVariant {
  const { variant, params, train, test, metrics } = record;
  const done = runs.filter((run) => run.variant === variant && run.status === 'done').length;
  return {
    ...{ variant, params, done, train: quartiles(train), test: quartiles(test) },
    ...(metrics.accuracy && accuracies(metrics.accuracy)),
  };
}

function accuracies({ train, test }: SetSpreads) {
  const range = ({ mean, low, high }: SetSpreads['train']) => ({ mean, low, high });
  return { trainAccuracy: range(train), testAccuracy: range(test) };
}

function quartiles({ median, q1, q3 }: SetSpreads['train']): Quartiles {
  return { median, q1, q3 };
}

/** A line a variant. */
export function serialise({ variants, ...rest }: Expected): string {
  const members = Object.entries(rest).map(
    ([key, value]) => `  "${key}": ${JSON.stringify(value)}`,
  );
  const lines = variants.map((variant) => `    ${JSON.stringify(variant)}`);
  return `{\n${[...members, `  "variants": [\n${lines.join(',\n')}\n  ]`].join(',\n')}\n}\n`;
}
