import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/config/parse.js';
import { resolveConfig } from '../../../src/config/resolve.js';
import type { SweepConfig } from '../../../src/config/types.js';
import { renderFiles } from '../../../src/report/index.js';
import { configYaml } from '../../../src/report/page/reproduce.js';
import { describeConfig } from '../../../src/results/describe.js';
import { configHash } from '../../../src/results/hash.js';
import type { Results } from '../../../src/results/schema.js';
import { classResults } from '../../results/class-sample.js';
import { sampleResults } from '../../results/sample.js';
import { gridResults } from '../../results/varied-sample.js';
import { INSPECTIONS } from '../inspections.js';
import { sampleManifest } from '../sample-manifest.js';
import { HOSTILE, SWEEPS } from '../sweeps.js';

const pageOf = (results: Results) =>
  renderFiles(results, sampleManifest(results)).get('report.html')!;

/** Content of all elements of a name. */
function contents(page: string, name: string): string[] {
  return [...page.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gs'))].map(
    ([, text]) => text,
  );
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe.each(Object.entries(SWEEPS))('the page of %s', (_, sweep) => {
  const page = pageOf(sweep());

  it('allows its own script and styles, and nothing else', () => {
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)!;
    const scripts = contents(page, 'script');
    expect(scripts).toHaveLength(2);
    const styles = contents(page, 'style');
    expect(policy.replaceAll('&#39;', "'").split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashOf(scripts[1])}`,
      `style-src ${styles.map(hashOf).join(' ')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('loads nothing and runs nothing from its markup', () => {
    const markup = page.replace(/<(script|style)(?: [^>]*)?>.*?<\/\1>/gs, '');
    expect(markup).not.toMatch(/<(?:link|img|iframe|object|embed|base|form)\b/i);
    expect(markup).not.toMatch(/\s(?:src|style|srcset|action|on\w+)="/);
    const addresses = [...markup.matchAll(/\shref="([^"]*)"/g)].map(([, address]) => address);
    for (const address of addresses) expect(address).toMatch(/^(?:#[a-z]+$|data:text\/plain)/);
  });

  it('has no id twice, and every id that it names', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [...page.matchAll(/aria-(?:labelledby|describedby)="([^"]*)"/g)];
    expect(named.length).toBeGreaterThan(5);
    for (const [, id] of named) expect(ids).toContain(id);
  });

  it('holds data that its script can read', () => {
    const data = JSON.parse(contents(page, 'script')[0]);
    expect(data.variants.length).toBe(sweep().variants.length);
    for (const { finals } of data.measures) {
      for (const values of Object.values<unknown[]>(finals)) {
        expect(values).toHaveLength(data.variants.length);
      }
    }
    expect(page).not.toMatch(/>(?:undefined|NaN|null)</);
  });
});

describe('names of any origin', () => {
  it('are text wherever they stand', () => {
    const names = ['<script>alert(1)</script>', '</style><b>', ']]> -- "\'', '</title>&amp;'];
    const results = classResults({ classes: 4, classNames: names });
    const id = '</script><script>alert(2)</script>';
    const hostile: Results = {
      ...results,
      name: HOSTILE,
      variants: results.variants.map((each, at) => (at === 0 ? { ...each, id } : each)),
      runs: results.runs.map((each) =>
        each.variant === results.variants[0].id ? { ...each, variant: id } : each,
      ),
      aggregate: results.aggregate.map((each, at) => (at === 0 ? { ...each, variant: id } : each)),
    };
    const page = pageOf(hostile);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    expect(page.match(/<style/g)).toHaveLength(2);
    expect(page.match(/<title/g)!.length).toBe(page.match(/<\/title/g)!.length);
    expect(page).not.toContain('<b>&quot;');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(JSON.parse(contents(page, 'script')[0]).variants[0].id).toBe(id);
  });

  it('of inspected data, too', () => {
    const results = classResults();
    const inspection = {
      ...INSPECTIONS['three classes'](),
      classNames: ['<script>', '</svg>', '"a"'],
      inputNames: ['<i>x</i>', "'y'"],
    };
    const page = renderFiles(results, undefined, inspection).get('report.html')!;
    expect(page).toContain('figure-decision-boundary');
    expect(page).not.toMatch(/<i>x|<script>[^\n]/);
  });
});

describe('the size of the page', () => {
  it('is below 1 MB for 17 networks on 30 seeds with 60 evaluations', () => {
    expect(doubleDescentPage(60).length).toBeLessThan(1_000_000);
  });

  it('does not grow with the evaluations, and says what it leaves out', () => {
    const page = doubleDescentPage(1500);
    expect(page.length).toBeLessThan(1_000_000);
    expect(page).toMatch(/Thinned for this page: .*of 1,501 evaluations; curves\.csv has all\./);
  });

  function doubleDescentPage(epochs: number): string {
    const networks = Array.from({ length: 17 }, (_, at) => ({
      hidden: [2 + 3 * at],
      train: 1 / (3 + at),
      test: 100 + at,
    }));
    return pageOf(sampleResults({ networks, seeds: 30, epochs }));
  }
});

describe('the configuration on the page', () => {
  it.each<[string, () => Results]>([
    ['the default sweep', () => sampleResults()],
    ['a grid', gridResults],
    ['a hostile name', () => sampleResults({ name: `</title><script>"q" ]]> 'x' & ü` })],
  ])('of %s is a file that has its hash', async (_, sweep) => {
    const results = sweep();
    const yaml = configYaml(results)!;
    const config: SweepConfig = resolveConfig((await parseConfig(yaml, 'page.yaml')).value);
    expect(configHash(describeConfig(config))).toBe(results.configHash);
  });

  it('names files, and what they must contain', () => {
    const file = { name: 'houses <b>.csv', sha256: 'ab'.repeat(32) };
    const results = sampleResults({ seeds: 1 });
    const config = { ...results.config, data: { kind: 'csv', file } };
    expect(configYaml({ config })).toContain('file: "houses <b>.csv"');
    const page = pageOf({ ...results, config });
    expect(page).toContain(`<b>houses &lt;b&gt;.csv</b> SHA-256 <code>${file.sha256}</code>`);
    expect(page).toContain('npx lanewise sweep assignment.yaml --data FOLDER');
  });

  it('is none where rows were in memory', () => {
    const results = sampleResults({ seeds: 1 });
    const config = { ...results.config, data: { kind: 'arrays', sha256: 'ab'.repeat(32) } };
    expect(configYaml({ config })).toBeUndefined();
    expect(pageOf({ ...results, config })).toContain('The rows were given by a program');
  });
});
