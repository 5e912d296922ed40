import { describe, expect, it } from 'vitest';
import { shortSummary } from '../../src/report/text.js';
import { classResults } from '../results/class-sample.js';
import { sampleResults } from '../results/sample.js';
import { SWEEPS } from './sweeps.js';

describe('shortSummary', () => {
  it('opens with an aligned table', () => {
    const [head, first] = shortSummary(sampleResults()).split('\n');
    expect(head).toMatch(/^network +params +train +\[q1, q3\] +test +\[q1, q3\]$/);
    expect(first).toMatch(/^4-2-1 +13 +1\.01 +\[\S+, \S+\] +274 +\[\S+, \S+\]$/);
    expect(head.indexOf('[q1')).toBe(first.indexOf('['));
  });

  it('has the accuracy where there is one', () => {
    const [head, first] = shortSummary(classResults()).split('\n');
    expect(head).toMatch(/ test accuracy$/);
    expect(first).toMatch(/ \d+\.\d %$/);
  });

  it('says every observation', () => {
    const results = sampleResults();
    const words = shortSummary(results).replace(/\s+/g, ' ');
    for (const { text } of results.observations) expect(words).toContain(text);
  });

  it.each(Object.entries(SWEEPS))('fits the terminal: %s', (_, sweep) => {
    for (const line of shortSummary(sweep()).split('\n')) {
      expect(line.length).toBeLessThanOrEqual(100);
    }
  });

  it('breaks no sentence where no terminal shows it', () => {
    const results = sampleResults();
    const lines = shortSummary(results, Number.POSITIVE_INFINITY).split('\n');
    for (const { text } of results.observations) expect(lines).toContain(`- ${text}`);
  });

  it('counts the finished runs when not all did', () => {
    const text = shortSummary(SWEEPS['some runs diverged or failed']());
    expect(text).toMatch(/finished\n4-2-1 .* 0 of 6\n/);
  });

  it('does not let a name steer the terminal', () => {
    const results = sampleResults({ seeds: 1 });
    const aggregate = results.aggregate.map((record) => ({ ...record, variant: '\u001b[2Jx' }));
    expect(shortSummary({ ...results, aggregate })).not.toContain('\u001b');
  });
});
