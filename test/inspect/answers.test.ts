import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOf } from '../../src/inspect/answers.js';
import { classes, NUMBERS } from './subject.js';

const yes = (outputs: 'logits' | 'scores' | 'probabilities', threshold: number) =>
  ({ kind: 'binary', threshold, outputs }) as const;

describe('answersOf', () => {
  it('takes the largest logit, its probability and its log-odds against the next', () => {
    const answers = answersOf(classes(3), 1, 3)!;
    const { class: answer, lead, score } = answers.answerOf([9, 9, 9, 1, 3, 2], 1);
    expect([answer, lead]).toEqual([1, 1]);
    expect(score).toBeCloseTo(Math.exp(3) / (Math.exp(1) + Math.exp(3) + Math.exp(2)), 14);
    expect([answers.score, answers.leadScale]).toEqual(['probability', 'log-odds']);
  });

  it('has finite probabilities for any finite logits', () => {
    const logit = fc.float({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(logit, { minLength: 2, maxLength: 5 }), (logits) => {
        const answers = answersOf(classes(logits.length), 1, logits.length)!;
        const { class: answer, lead, score } = answers.answerOf(logits, 0);
        expect(logits[answer]).toBe(Math.max(...logits));
        expect(logits.indexOf(logits[answer])).toBe(answer);
        expect(lead).toBeGreaterThanOrEqual(0);
        expect(score).toBeGreaterThanOrEqual(1 / logits.length - 1e-12);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('answers the first of equals and never a NaN', () => {
    const { answerOf } = answersOf(classes(3), 1, 3)!;
    expect(answerOf([1, 1, 1], 0)).toMatchObject({ class: 0, lead: 0 });
    expect(answerOf([Number.NaN, -5, -7], 0)).toMatchObject({ class: 1, lead: 2 });
    expect(answerOf([0, Number.NaN, -7], 0)).toMatchObject({ class: 0, lead: 7 });
  });

  it('takes outputs that are no logits as they are', () => {
    const answers = answersOf(classes(2, 'scores'), 2, 2)!;
    expect(answers.answerOf([0.25, 1.5], 0)).toEqual({ class: 1, lead: 1.25, score: 1.5 });
    expect([answers.score, answers.leadScale]).toEqual(['output', 'output']);
  });

  it('reads one output against its threshold', () => {
    const logit = answersOf(yes('logits', 0), 1, 1)!;
    expect(logit.answerOf([-3], 0)).toMatchObject({ class: 0, lead: 3 });
    expect(logit.answerOf([-3], 0).score).toBeCloseTo(1 / (1 + Math.exp(-3)), 14);
    expect(logit.answerOf([0], 0)).toEqual({ class: 0, lead: 0, score: 0.5 });
    const score = answersOf(yes('scores', 0.5), 1, 1)!;
    expect(score.answerOf([0.75], 0)).toEqual({ class: 1, lead: 0.5, score: 0.75 });
    expect(score.answerOf([0.25], 0)).toEqual({ class: 0, lead: 0.5, score: 0.75 });
  });

  it('finds the class in indices, columns and a column of 0 and 1', () => {
    expect(answersOf(classes(3), 1, 3)!.classOf([2, 0, 1], 2)).toBe(1);
    expect(answersOf(classes(3), 3, 3)!.classOf([1, 0, 0, 0, 0, 1], 1)).toBe(2);
    expect(answersOf(yes('logits', 0), 1, 1)!.classOf([0, 1], 1)).toBe(1);
  });

  it('has none for quantities, several questions, one class', () => {
    expect(answersOf(NUMBERS, 1, 1)).toBeUndefined();
    expect(answersOf(yes('logits', 0), 3, 3)).toBeUndefined();
    expect(answersOf(classes(1), 1, 1)).toBeUndefined();
  });
});
