import { describe, expect, test } from 'vitest';
import { epochMap, hasEpochMap } from '../../../src/report/figures/epoch-map.js';
import type { Results } from '../../../src/results/schema.js';
import { sampleResults } from '../../results/sample.js';
import { gridResults } from '../../results/varied-sample.js';
import { parseSvg } from '../svg-document.js';

const sizes = (count: number, epochs: number): Results =>
  sampleResults({
    networks: Array.from({ length: count }, (_, i) => ({
      hidden: [i + 1],
      train: 1 / (i + 1),
      test: 2 + Math.abs(i - 2),
    })),
    seeds: 3,
    epochs,
  });

describe('where there is an epoch map', () => {
  test.each([
    [4, 8, true],
    [3, 8, false],
    [4, 3, false],
  ])('%i sizes over %i epochs: %s', (count, epochs, expected) => {
    expect(hasEpochMap(sizes(count, epochs))).toBe(expected);
  });

  test('none where something else varies', () => {
    expect(hasEpochMap(gridResults())).toBe(false);
  });
});

test('has a row for every size, the largest on top, and says the best of each', () => {
  const source = epochMap(sizes(5, 10));
  const { labels } = parseSvg(source);
  const rows = labels.filter(({ text }) => ['7', '13', '19', '25', '31'].includes(text));
  expect(rows).toHaveLength(5);
  const heights = rows.map(({ top }) => top);
  expect(heights).toEqual([...heights].sort((a, b) => b - a));
  expect(source.match(/ parameters: lowest /g)).toHaveLength(5);
});

test('covers every row from edge to edge, without gaps', () => {
  const { elements } = parseSvg(epochMap(sizes(4, 20)));
  const paths = elements.filter(
    ({ name, attributes }) => name === 'path' && /^h\d+$/.test(attributes.class ?? ''),
  );
  const cells = paths.flatMap(({ attributes }) =>
    [...attributes.d.matchAll(/M(\S+) (\S+)h(\S+?)v/g)].map(([, x, y, width]) => ({
      from: Number(x),
      top: y,
      until: Number(x) + Number(width),
    })),
  );
  const tops = new Set(cells.map(({ top }) => top));
  expect(tops.size).toBe(4);
  for (const top of tops) {
    const row = cells.filter((cell) => cell.top === top).sort((a, b) => a.from - b.from);
    for (let i = 1; i < row.length; i++) expect(row[i].from).toBeLessThan(row[i - 1].until);
    expect(Math.abs(row[row.length - 1].until - row[0].from - 560)).toBeLessThan(1);
  }
});
