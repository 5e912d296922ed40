import { metricsIn, setsIn, statisticOf } from '../measured.js';
import type { AggregateRecord, Observation, Results } from '../schema.js';
import { type VariedAxis, variedAxes } from '../varied.js';
import { figure, percent } from '../wording.js';

type Measured = Omit<Results, 'observations'>;

/** What stands for a variant: accuracy where targets are classes, else the loss. */
interface Score {
  name: string;
  write: typeof figure;
  sign: 1 | -1;
  of(record: AggregateRecord): number | null;
}

/** More values than that are told by the best and the worst. */
const MOST_VALUES = 8;

/**
 * What each hyper-parameter that varies does to the test set, every value with the best of what else
 * varies. Chosen by the test set itself, so that the numbers flatter; the sentence says so.
 *
 * @param noun error or loss.
 * @param comparable whether losses of different variants can be compared.
 */
export function axes(results: Measured, noun: string, comparable: boolean): Observation[] {
  const varied = variedAxes(results);
  const score = scoreOf(results, noun, comparable);
  if (score === undefined) return [];
  return varied.flatMap((axis) => about(results, axis, score, varied.length > 1));
}

function scoreOf(results: Measured, noun: string, comparable: boolean): Score | undefined {
  const statistic = statisticOf(results);
  const set = setsIn(results).includes('test') ? 'test' : undefined;
  if (set === undefined) return undefined;
  if (metricsIn(results).includes('accuracy')) {
    return {
      name: `${statistic} test accuracy`,
      write: percent,
      sign: 1,
      of: ({ metrics }) => metrics.accuracy?.test[statistic] ?? null,
    };
  }
  if (!comparable) return undefined;
  const name = `median test ${noun}`;
  return { name, write: figure, sign: -1, of: ({ test }) => test.median };
}

function about(
  { variants, aggregate }: Measured,
  { name, values }: VariedAxis,
  { name: measure, write, sign, of }: Score,
  several: boolean,
): Observation[] {
  const hyper = new Map(variants.map((variant) => [variant.id, variant.hyper]));
  const points = values.flatMap((value) => {
    const own = aggregate.filter(({ variant }) => hyper.get(variant)?.[name] === value);
    const scores = own.map(of).filter((score) => score !== null);
    return scores.length === 0
      ? []
      : [{ value, best: sign * Math.max(...scores.map((score) => sign * score)) }];
  });
  if (points.length < 2) return [];
  const ranked = [...points].sort((a, b) => sign * (b.best - a.best));
  const [best, worst] = [ranked[0], ranked[ranked.length - 1]];
  const said = (point: (typeof points)[number]) => `${write(point.best)} at ${point.value}`;
  const rest = several ? ' (each with the best of what else varies, by the same test set)' : '';
  const text =
    points.length <= MOST_VALUES
      ? `${name}: the ${measure} is ${points.map(said).join(', ')}${rest}.`
      : `${name}: over ${points.length} values the ${measure} is best, ${said(best)}, and worst, ${said(worst)}${rest}.`;
  return [{ kind: 'axis', text, evidence: { axis: name, points } }];
}
