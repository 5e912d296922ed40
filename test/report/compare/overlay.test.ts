import { describe, expect, it } from 'vitest';
import { overlayFigure } from '../../../src/report/compare/overlay.js';
import { labelled } from '../../compare/samples.js';
import { variedResults } from '../../results/varied-sample.js';
import { checkFigures } from '../check-figures.js';
import { parseSvg } from '../svg-document.js';
import { COMPARISONS } from './runs.js';

const drawn = (name: string) => {
  const { runs, measure } = COMPARISONS[name]();
  return overlayFigure(runs, measure);
};

describe.each(Object.keys(COMPARISONS))('the figure of %s', (name) => {
  checkFigures(() => [[name, drawn(name)]]);
});

describe('runs in one figure', () => {
  it('have a line each, with the letter of the run at its end and in the legend', () => {
    const { labels } = parseSvg(drawn('width, depth and other data'));
    const texts = labels.map(({ text }) => text);
    for (const letter of 'ABC') expect(texts.filter((each) => each === letter)).toHaveLength(3);
    for (const name of ['wide', 'deep', 'clean']) expect(texts).toContain(name);
  });

  it('have a marker per network that finished, in each panel', () => {
    const { elements } = parseSvg(drawn('two runs'));
    expect(elements.filter(({ name }) => name === 'circle')).toHaveLength(2 * 2 * 5);
  });

  it('that vary a little more have numbered lines, which say whose they are', () => {
    const rates = variedResults({ variants: { grid: { learningRate: [0.01, 0.1] } } });
    const { labels } = parseSvg(overlayFigure([labelled('a', rates), labelled('b')], 'loss'));
    const texts = labels.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        'A a learningRate=0.01',
        'A a learningRate=0.1',
        'B b',
        '1',
        '2',
        '3',
      ]),
    );
  });

  it('that vary much more have one, of the best settings', () => {
    const { labels } = parseSvg(drawn('many settings'));
    const texts = labels.map(({ text }) => text);
    expect(texts.filter((each) => each === 'A')).toHaveLength(3);
    expect(texts).toContain(
      'Of a network with several settings the best is drawn, by its median on the test rows.',
    );
  });

  it('are as they were', async () => {
    await expect(drawn('width, depth and other data')).toMatchFileSnapshot(
      '../../golden/compare/overlay.svg',
    );
  });
});
