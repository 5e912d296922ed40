import { describe, expect, it } from 'vitest';
import { lossPanels } from '../../../src/report/figures/loss-panels.js';
import { classResults } from '../../results/class-sample.js';
import { sampleResults } from '../../results/sample.js';
import { drawnResults, gridResults } from '../../results/varied-sample.js';
import { literalResults } from '../literal.js';
import { parseSvg } from '../svg-document.js';

describe('loss panels', () => {
  it('have a panel per network with its final medians', () => {
    const labels = parseSvg(lossPanels(sampleResults())).labels.map(({ text }) => text);
    expect(labels).toContain('4-2000-1');
    expect(labels).toContain('train 0.0119, test 98.6');
  });

  it('say which runs the medians do not hold, and draw where those went', () => {
    const source = lossPanels(literalResults());
    expect(parseSvg(source).labels.map(({ text }) => text)).toContain('1 of 2 diverged');
    expect(source.match(/l5 5m0 -5l-5 5/g)).toHaveLength(2);
  });

  it('say by what they differ, and are no more than thirty', () => {
    const grid = parseSvg(lossPanels(gridResults()));
    expect(grid.texts.get('title')?.[0]).toBe(
      'Learning curves by batch size and learning rate: assignment',
    );
    expect(grid.labels.map(({ text }) => text)).toContain('50, 0.1');
    const drawn = parseSvg(lossPanels(drawnResults()));
    const captions = drawn.labels.filter(({ text }) => /^train 0|^train 1/.test(text));
    expect(captions).toHaveLength(30);
    expect(drawn.labels.at(-1)?.text).toMatch(/^The 30 best of 40 variants by median test error/);
  });

  it('have bands only where there are several seeds', () => {
    expect(lossPanels(sampleResults())).toContain('first to third quartile');
    expect(lossPanels(sampleResults({ seeds: 1 }))).not.toContain('first to third quartile');
  });

  it('have the validation rows and the kept epoch where there are any', () => {
    const results = classResults({ stops: (_, seed) => seed - 36 });
    const source = lossPanels(results);
    const labels = parseSvg(source).labels.map(({ text }) => text);
    expect(labels).toContain('validation');
    expect(labels.filter((text) => /^validation 0\.\d+, epoch 4$/.test(text))).toHaveLength(3);
    expect(labels.at(-1)).toMatch(/^Runs stop early: /);
    expect(lossPanels(sampleResults())).not.toMatch(/validation/);
  });
});
