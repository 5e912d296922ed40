import { describe, expect, it } from 'vitest';
import { renderFiles } from '../../src/report/index.js';
import type { Results } from '../../src/results/schema.js';
import { classResults } from '../results/class-sample.js';
import { sampleResults } from '../results/sample.js';
import { sampleManifest } from './sample-manifest.js';
import { overlaps, parseSvg } from './svg-document.js';
import { HOSTILE, SWEEPS } from './sweeps.js';

function render(results: Results): Map<string, string> {
  return renderFiles(results, sampleManifest(results));
}

function figures(results: Results): [path: string, source: string][] {
  return [...render(results)].filter(([path]) => path.endsWith('.svg'));
}

describe('renderFiles', () => {
  it('makes every file of a run', () => {
    const paths = [...render(sampleResults({ seeds: 2 })).keys()];
    expect(paths).toEqual([
      'results.json',
      'manifest.json',
      'curves.csv',
      'results.csv',
      'variants.csv',
      'summary.md',
      'figures/loss-curves.svg',
      'figures/loss-panels.svg',
      'figures/error-vs-params.svg',
      'figures/r2-vs-params.svg',
      'figures/timeline.svg',
      ...[2, 3, 5, 8, 20, 50, 83, 167, 400, 2000].map((h) => `figures/network-4-${h}-1.svg`),
    ]);
  });

  it('adds the tables and figures of classes where there are classes', () => {
    const paths = [...render(classResults()).keys()].filter((path) => !path.includes('network-'));
    expect(paths).toEqual([
      'results.json',
      'manifest.json',
      'curves.csv',
      'results.csv',
      'variants.csv',
      'confusion.csv',
      'classes.csv',
      'summary.md',
      'figures/loss-curves.svg',
      'figures/loss-panels.svg',
      'figures/error-vs-params.svg',
      'figures/accuracy-vs-params.svg',
      'figures/accuracy-curves.svg',
      'figures/confusion.svg',
      'figures/timeline.svg',
    ]);
  });

  it('depends on the results alone, but for manifest and timeline', () => {
    const results = sampleResults({ seeds: 2 });
    const one = renderFiles(results, sampleManifest(results, 1));
    const seven = renderFiles(results, sampleManifest(results, 7));
    const differing = [...one.keys()].filter((path) => one.get(path) !== seven.get(path));
    expect(differing).toEqual(['manifest.json', 'figures/timeline.svg']);
  });

  it('draws from results that were read back from their file', () => {
    const results = SWEEPS['some runs diverged or failed']();
    const again = JSON.parse(render(results).get('results.json')!);
    expect(render(again)).toEqual(render(results));
  });

  it('gives networks whose ids make the same file name a file each', () => {
    const results = sampleResults({ seeds: 1 });
    const ids = ['a/b', 'a\\b', '../..', 'x'.repeat(300)];
    const networks = ids.map((id, at) => ({ ...results.networks[at], id }));
    const paths = [...render({ ...results, networks }).keys()].filter((p) =>
      p.includes('network-'),
    );
    expect(new Set(paths).size).toBe(4);
    for (const path of paths) expect(path).toMatch(/^figures\/network-[\w.~-]{1,110}\.svg$/);
  });
});

describe.each(Object.entries(SWEEPS))('every figure of %s', (_, sweep) => {
  it('is well-formed, titled, described, and made for light and dark', () => {
    for (const [path, source] of figures(sweep())) {
      const { elements, texts } = parseSvg(source);
      expect(elements[0], path).toMatchObject({ name: 'svg', attributes: { role: 'img' } });
      expect(texts.get('title')?.at(0), path).not.toBe('');
      expect(texts.get('desc'), path).toHaveLength(1);
      expect(texts.get('style')?.at(0), path).toContain('prefers-color-scheme:dark');
      expect(elements.filter(({ attributes }) => 'style' in attributes)).toEqual([]);
      expect(source).not.toMatch(/NaN|Infinity|undefined|null|var\(/);
    }
  });

  it('has no coordinate finer than 0.1', () => {
    const coordinates = 'x y d cx cy r width height viewBox transform'.split(' ');
    for (const [path, source] of figures(sweep())) {
      for (const { name, attributes } of parseSvg(source).elements) {
        const values = coordinates.map((key) => attributes[key] ?? '').join(' ');
        expect(values, `${path}: ${name}`).not.toMatch(/\.\d\d|\de/);
      }
    }
  });

  it('overrides in the dark every colour that it uses', () => {
    for (const [path, source] of figures(sweep())) {
      const { elements, texts } = parseSvg(source);
      const dark = texts.get('style')!.join();
      for (const { name, attributes } of elements) {
        const coloured = /^#/.test(attributes.fill ?? '') || /^#/.test(attributes.stroke ?? '');
        if (!coloured) continue;
        expect(dark, `${path}: ${name}`).toContain(` .${attributes.class}{`);
      }
    }
  });

  it('has no labels that overlap or leave the figure', () => {
    for (const [path, source] of figures(sweep())) {
      const { elements, labels } = parseSvg(source);
      expect(overlaps(labels), path).toEqual([]);
      const { width, height } = elements[0].attributes;
      for (const label of labels) {
        expect(label.left, `${path}: ${label.text}`).toBeGreaterThanOrEqual(0);
        expect(label.right, `${path}: ${label.text}`).toBeLessThanOrEqual(Number(width));
        expect(label.bottom, `${path}: ${label.text}`).toBeLessThanOrEqual(Number(height));
      }
    }
  });
});

describe('a hostile name', () => {
  it('is text in every figure and in the summary, never markup', () => {
    const files = render(SWEEPS['a hostile name']());
    const { texts, elements } = parseSvg(files.get('figures/loss-curves.svg')!);
    expect(texts.get('title')![0]).toContain('</title><script>alert("1")</script> & \'q\' ]]>');
    expect(elements.some(({ name }) => name === 'script')).toBe(false);
    const outsideCode = files.get('summary.md')!.split('```')[0];
    expect(outsideCode).not.toContain('<script>');
    expect(JSON.parse(files.get('results.json')!).name).toBe(HOSTILE);
  });

  it('is escaped in the ids of networks and variants too', () => {
    const results = sampleResults({ seeds: 1 });
    const id = '<b>"&\'</b>';
    const rename = <T extends { variant: string }>(record: T): T => ({ ...record, variant: id });
    const hostile: Results = {
      ...results,
      networks: [{ ...results.networks[0], id }],
      variants: [{ id, network: id, hyper: {} }],
      runs: results.runs.slice(0, 1).map(rename),
      aggregate: results.aggregate.slice(0, 1).map(rename),
    };
    for (const [path, source] of figures(hostile)) {
      expect(
        parseSvg(source).elements.map(({ name }) => name),
        path,
      ).not.toContain('b');
    }
  });
});
