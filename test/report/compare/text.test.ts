import { describe, expect, it, test } from 'vitest';
import { comparisonText } from '../../../src/report/compare/text.js';
import { comparisonWords } from '../../../src/report/compare/words.js';
import { COMPARISONS } from './runs.js';

const textOf = (name: string) => comparisonText(COMPARISONS[name]().comparison);

test.each(Object.keys(COMPARISONS))('the text of %s is fit to print', (name) => {
  const text = textOf(name);
  expect(text).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
  expect(text).not.toMatch(/[^\n\P{Cc}]/u);
  expect(text.endsWith('\n')).toBe(true);
});

describe('a comparison in words', () => {
  it('is as it was', async () => {
    await expect(textOf('width, depth and other data')).toMatchFileSnapshot(
      '../../golden/compare/terminal.txt',
    );
  });

  it('concludes what was shown, and no more', () => {
    const conclusion = (name: string) =>
      comparisonWords(COMPARISONS[name]().comparison).sections[0].conclusion;
    expect(conclusion('two runs')).toBe('B has a higher test error at all 5 networks (level 5 %).');
    expect(conclusion('R² and MAE')).toBe(
      'No difference is shown at any of 5 networks (level 5 %).',
    );
    expect(conclusion('one network each, one seed')).toBe(
      'The 1 network could not be tested (level 5 %).',
    );
  });

  it('tells what is left out', () => {
    const { sections } = comparisonWords(COMPARISONS['width, depth and other data']().comparison);
    expect(sections[0].notes).toEqual([
      expect.stringMatching(/^Without a counterpart in B: /),
      expect.stringMatching(/^Fewer seeds where one of the two did not finish: 4-\d+-1 \(4\)\.$/),
    ]);
    expect(sections[0].basis).toMatch(/^Paired by seed: 6 seeds .* nearest number of parameters/);
    expect(sections[1].basis).toMatch(/^Not paired \(Welch\): the same seeds have other data\./);
    expect(sections[1].head).toContain('C / A');
  });

  it('has points for accuracies, a sign for every difference', () => {
    const { sections } = comparisonWords(COMPARISONS.classes().comparison);
    expect(sections[0].head).toContain('B − A');
    expect(sections[0].rows[0][4]).toBe('0.0 pp');
  });
});
