import type { SweepConfig } from '../../config/types.js';
import type { JudgedCurve } from '../judge-curves.js';
import type { Observation, Results } from '../schema.js';
import { listed } from '../wording.js';

/** Whether double descent is still there at a third and three times the learning rate, curve by curve;
 * nothing where that is not asked for. */
export function checkedRate(
  { config }: Pick<Results, 'config'>,
  judged: readonly JudgedCurve[],
): Observation[] {
  const { learningRate } = (config as unknown as SweepConfig).training.optimizer;
  const groups = new Map<string, JudgedCurve[]>();
  for (const each of judged) {
    if (!each.curve.check) continue;
    const { apart } = each.curve.check;
    groups.set(apart, [...(groups.get(apart) ?? []), each]);
  }
  return [...groups].map(([apart, own]) => about(apart, own, learningRate));
}

function about(apart: string, own: readonly JudgedCurve[], base: number): Observation {
  const rates = own
    .map(({ curve, verdict: { verdict, code, p, effect } }) => {
      return { learningRate: curve.check!.rate, verdict, code, p, effect };
    })
    .sort((a, b) => a.learningRate - b.learningRate);
  const isObserved = rates.find(({ learningRate }) => learningRate === base)?.code === 'observed';
  const isBelieved = isObserved && rates.every(({ code }) => code === 'observed');
  const each = listed(
    rates.map(({ learningRate, verdict, code }) => {
      const why = code === 'observed' ? '' : ` (${code})`;
      return `${verdict}${why} at ${learningRate}`;
    }),
  );
  const head = isBelieved
    ? 'the bump is believed, it stands at all three learning rates'
    : isObserved
      ? 'the bump is not believed, it does not stand at all three learning rates'
      : `there is no bump at the learning rate ${base} that could be checked`;
  const text = `${apart === '' ? '' : `${apart}: `}Check of the learning rate: ${head}: ${each}.`;
  return {
    kind: 'check-rate',
    text,
    evidence: { curve: apart, learningRate: base, believed: isObserved ? isBelieved : null, rates },
  };
}
