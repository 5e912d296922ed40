import { describe, expect, it } from 'vitest';
import { summaryMarkdown } from '../../src/report/summary.js';
import { classResults } from '../results/class-sample.js';
import { sampleResults } from '../results/sample.js';
import { literalResults } from './literal.js';

describe('summary.md', () => {
  it('has the medians, the references and how many runs finished', () => {
    const text = summaryMarkdown(literalResults(), []);
    expect(text).toContain('| 4-2-1 | 13 | 2 of 2 | 1.00 [0.950, 1.05] | 270 [265, 275] |');
    expect(text).toContain('| 4-8-1 | 49 | 1 of 2 |');
    expect(text).toContain('| *constant predictor* |  |  | 3.04 |');
  });

  it('changes its sentence when there is a peak', () => {
    const networks = [
      [2, 1, 20],
      [4, 0.4, 10],
      [6, 0.1, 14],
      [8, 0.0005, 40],
      [10, 0.0003, 20],
      [12, 0.0001, 8],
    ].map(([units, train, test]) => ({ hidden: [units], train, test }));
    const text = summaryMarkdown(sampleResults({ networks }), []);
    expect(text).toContain('- Double descent: observed. The test error rises to a peak at 4-8-1');
    expect(summaryMarkdown(sampleResults(), [])).toContain('Double descent: not observed');
  });

  it('has the accuracy, the classes and their figures where there are classes', () => {
    const results = classResults({ classNames: ['<a>', 'b'] });
    const text = summaryMarkdown(results, [], ['classes.csv', 'figures/confusion.svg']);
    expect(text).toContain('| network | params | finished | train | validation | test |');
    expect(text).toContain('## Final accuracy\n\n| network | train | validation | test |');
    expect(text).toMatch(/\| &lt;a&gt; \| \S+ % \| \S+ % \| 0\.\d+ \| 30 \|/);
    expect(text).toContain('(figures/confusion.svg)');
    expect(text).toContain('`classes.csv`');
    expect(summaryMarkdown(literalResults(), [])).not.toMatch(/confusion|accuracy/);
  });

  it('lets no name become Markdown or end the block of the configuration', () => {
    const text = summaryMarkdown(sampleResults({ name: '# *a* | `b` [c](d)\n```\n<i>' }), []);
    expect(text.split('\n')[0]).toContain('\\# \\*a\\* \\| \\`b\\` \\[c\\](d) \\`\\`\\` &lt;i&gt;');
    expect(text.match(/```/g)).toHaveLength(2);
  });
});
