import { describe, expect, it } from 'vitest';
import { renderFiles } from '../../src/report/index.js';
import type { Results } from '../../src/results/schema.js';
import { classResults } from '../results/class-sample.js';
import { sampleResults } from '../results/sample.js';
import { checkFigures } from './check-figures.js';
import { sampleManifest } from './sample-manifest.js';
import { parseSvg } from './svg-document.js';
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
      'aggregate.csv',
      'summary.md',
      'figures/loss-curves.svg',
      'figures/loss-panels.svg',
      'figures/error-vs-params.svg',
      'figures/r2-vs-params.svg',
      'figures/epoch-map.svg',
      'figures/loss-curves.csv',
      'figures/timeline.svg',
      'figures/timeline.csv',
      ...[2, 3, 5, 8, 20, 50, 83, 167, 400, 2000].map((h) => `figures/network-4-${h}-1.svg`),
      'report.html',
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
      'aggregate.csv',
      'confusion.csv',
      'classes.csv',
      'summary.md',
      'figures/loss-curves.svg',
      'figures/loss-panels.svg',
      'figures/error-vs-params.svg',
      'figures/accuracy-vs-params.svg',
      'figures/accuracy-curves.svg',
      'figures/confusion.svg',
      'figures/loss-curves.csv',
      'figures/accuracy-curves.csv',
      'figures/timeline.svg',
      'figures/timeline.csv',
      'report.html',
    ]);
  });

  it('depends on the results alone, but for manifest, timeline and what the page says of them', () => {
    const results = sampleResults({ seeds: 2 });
    const one = renderFiles(results, sampleManifest(results, 1));
    const seven = renderFiles(results, sampleManifest(results, 7));
    const differing = [...one.keys()].filter((path) => one.get(path) !== seven.get(path));
    expect(differing).toEqual([
      'manifest.json',
      'figures/timeline.svg',
      'figures/timeline.csv',
      'report.html',
    ]);
    const above = (files: Map<string, string>) =>
      files.get('report.html')!.replace(/<section id="machine".*?<\/section>/s, '');
    expect(above(one)).toBe(above(seven));
  });

  it('leaves out what needs the manifest where there is none', () => {
    const results = sampleResults({ seeds: 2 });
    const [whole, rest] = [renderFiles(results, sampleManifest(results)), renderFiles(results)];
    const lacking = [...whole.keys()].filter((path) => !rest.has(path));
    expect(lacking).toEqual(['manifest.json', 'figures/timeline.svg', 'figures/timeline.csv']);
    expect(rest.get('summary.md')).not.toMatch(/timeline|manifest/);
    expect(rest.get('report.html')).not.toMatch(/id="machine"|figure-timeline/);
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
  checkFigures(() => figures(sweep()));
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
