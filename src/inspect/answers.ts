import { exp } from '../math/exp.js';
import type { ModelAnswer } from '../model/record.js';
import type { LeadScale, Score } from './types.js';

/** What a network answers where targets are classes. */
export interface Answers {
  classes: number;
  /** Of sample j of the targets: class indices, columns a class, or one column of 0 and 1. */
  classOf(targets: ArrayLike<number>, j: number): number;
  /** Of sample j of the outputs. */
  answerOf(outputs: ArrayLike<number>, j: number): Answer;
  score: Score;
  leadScale: LeadScale;
}

export interface Answer {
  class: number;
  /** How far it is ahead of the next class, 0 or more; see LeadScale. */
  lead: number;
  /** Its probability, or the output that speaks for it. */
  score: number;
}

/**
 * How outputs are read. Undefined where they are quantities, or questions of their own that no one
 * class answers.
 *
 * @param targets columns of the targets.
 * @param outputs of the last layer.
 */
export function answersOf(
  answer: ModelAnswer,
  targets: number,
  outputs: number,
): Answers | undefined {
  if (answer.kind === 'numbers') return undefined;
  const isLogit = answer.outputs === 'logits';
  const scales = {
    score: answer.outputs === 'scores' ? 'output' : 'probability',
    leadScale: isLogit ? 'log-odds' : 'output',
  } as const;
  if (answer.kind === 'classes') {
    if (outputs < 2) return undefined;
    return {
      classes: outputs,
      classOf: (y, j) => (targets === 1 ? y[j] : largest(y, j * targets, targets)),
      answerOf: (o, j) => ofMany(o, j * outputs, outputs, isLogit),
      ...scales,
    };
  }
  if (outputs !== 1) return undefined;
  const { threshold } = answer;
  return {
    classes: 2,
    classOf: (y, j) => (y[j] > 0.5 ? 1 : 0),
    answerOf: (o, j) => ofOne(o[j], threshold, isLogit),
    ...scales,
  };
}

/** The largest of so many numbers; the first of equals, and never a NaN. */
function largest(values: ArrayLike<number>, at: number, count: number, but = -1): number {
  let best = but === 0 ? 1 : 0;
  for (let k = best + 1; k < count; k++) {
    if (k === but) continue;
    if (values[at + k] > values[at + best] || Number.isNaN(values[at + best])) best = k;
  }
  return best;
}

function ofMany(o: ArrayLike<number>, at: number, count: number, isLogit: boolean): Answer {
  const answer = largest(o, at, count);
  const next = largest(o, at, count, answer);
  const lead = o[at + answer] - o[at + next];
  if (!isLogit) return { class: answer, lead, score: o[at + answer] };
  let sum = 0;
  for (let k = 0; k < count; k++) sum += exp(o[at + k] - o[at + answer]);
  return { class: answer, lead, score: 1 / sum };
}

function ofOne(o: number, threshold: number, isLogit: boolean): Answer {
  const isYes = o > threshold;
  const distance = isYes ? o - threshold : threshold - o;
  if (isLogit) return { class: isYes ? 1 : 0, lead: distance, score: 1 / (1 + exp(-distance)) };
  // The other class speaks with 1 − o.
  return { class: isYes ? 1 : 0, lead: 2 * distance, score: isYes ? o : 1 - o };
}
