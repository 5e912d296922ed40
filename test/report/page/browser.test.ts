import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { renderFiles } from '../../../src/report/index.js';
import type { Results, Spread } from '../../../src/results/schema.js';
import { figure } from '../../../src/results/wording.js';
import { launchChromium } from '../../browser/chromium.js';
import { classResults } from '../../results/class-sample.js';
import { diverged, sampleResults } from '../../results/sample.js';
import { gridResults } from '../../results/varied-sample.js';
import { sampleManifest } from '../sample-manifest.js';

// The page as a reader has it: from the disk, in a browser.

const folder = mkdtempSync(join(tmpdir(), 'lanewise-page-'));
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const complaints: string[] = [];
const requests: string[] = [];
let pages = 0;
afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
  expect(requests.splice(0)).toEqual([]);
});

/** Opens the page; what it complains about, or asks for, fails the test. */
async function open(results: Results, options: BrowserContextOptions = {}): Promise<Page> {
  const file = join(folder, `${pages++}.html`);
  writeFileSync(file, renderFiles(results, sampleManifest(results)).get('report.html')!);
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  page.on('request', (request) => requests.push(request.url()));
  const address = pathToFileURL(file).href;
  await page.goto(address);
  requests.splice(requests.indexOf(address), 1);
  return page;
}

const colourOf = (page: Page, selector: string, property = 'background-color') =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
const paths = (page: Page, chart: number, selector: string) =>
  page.locator('.chart').nth(chart).locator(selector).count();

describe('without a script', () => {
  it('shows verdict, figures, table, configuration and machine', async () => {
    const page = await open(sampleResults({ seeds: 3 }), { javaScriptEnabled: false });
    for (const text of ['Double descent:', 'Final values', 'How to reproduce', 'AMD EPYC 9R14']) {
      expect(await page.getByText(text).first().isVisible(), text).toBe(true);
    }
    for (const name of ['error-vs-params', 'loss-curves', 'loss-panels', 'timeline']) {
      expect(await page.locator(`#figure-${name} svg`).isVisible(), name).toBe(true);
    }
    expect(await page.locator('#charts').innerHTML()).toBe('');
    expect(await page.locator('button, input, select').count()).toBe(0);
  });
});

describe('with its script', () => {
  it('draws charts in place of the figures of the same', async () => {
    const page = await open(sampleResults({ seeds: 3 }));
    expect(await page.locator('.chart h3').allTextContents()).toEqual([
      'Final loss (MSE) against parameters',
      'Loss (MSE) against epoch',
    ]);
    expect(await page.locator('#figure-error-vs-params').isVisible()).toBe(false);
    expect(await page.locator('#figure-loss-panels').isVisible()).toBe(true);
    expect(await paths(page, 0, '.mark')).toBe(20);
    expect(await paths(page, 1, '.line')).toBe(20);
    expect(await paths(page, 0, '.upright')).toBe(1);
    expect(await page.locator('.chart text', { hasText: 'training samples' }).count()).toBe(1);
  });

  it('shows the figures again on paper, on white, whatever was chosen', async () => {
    const page = await open(sampleResults({ seeds: 2 }), { colorScheme: 'dark' });
    await page.getByLabel('dark').check({ force: true });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('#figure-error-vs-params').isVisible()).toBe(true);
    expect(await page.locator('#charts').isVisible()).toBe(false);
    expect(await colourOf(page, 'body')).toBe('rgb(255, 255, 255)');
    expect(await colourOf(page, '#figure-error-vs-params rect.bg', 'fill')).toBe(
      'rgb(255, 255, 255)',
    );
  });

  it('reads out values at the pointer', async () => {
    const results = sampleResults({ seeds: 3 });
    const page = await open(results);
    const mark = page.locator('.chart .train .mark').nth(3);
    await mark.hover({ force: true });
    const readout = page.locator('.readout').first();
    const { train, test } = results.aggregate[3];
    const words = ({ median, q1, q3 }: Spread) =>
      `${figure(median)} [${figure(q1)}, ${figure(q3)}]`;
    expect(await readout.locator('div, b').allTextContents()).toEqual([
      '4-8-1',
      '49 parameters, 3 of 3 runs finished',
      `train ${words(train)}`,
      `test ${words(test)}`,
    ]);
    await page.mouse.move(5, 5);
    expect(await readout.isVisible()).toBe(false);
  });

  it('shows a network alone, by click and by key, and all again', async () => {
    const page = await open(sampleResults({ seeds: 3 }));
    const all = page.getByRole('button', { name: 'all', exact: true });
    const own = page.locator('.legend').getByRole('button', { name: '4-8-1' });
    expect(await all.getAttribute('aria-pressed')).toBe('true');
    await own.click();
    expect(await own.getAttribute('aria-pressed')).toBe('true');
    expect(await all.getAttribute('aria-pressed')).toBe('false');
    expect(await paths(page, 1, '.line')).toBe(2);
    expect(await paths(page, 1, '.band')).toBe(4);
    expect(await paths(page, 0, '.mark.pale')).toBe(18);
    expect(await page.locator('tr.alone th').textContent()).toBe('4-8-1');
    await own.click();
    expect(await paths(page, 1, '.line')).toBe(20);
    await page.locator('.chart .test .mark').nth(9).click({ force: true });
    expect(await page.locator('tr.alone th').textContent()).toBe('4-2000-1');
    await page.locator('.plot').first().press('Escape');
    expect(await page.locator('tr.alone').count()).toBe(0);
  });

  it('is read by the arrow keys, aloud', async () => {
    const page = await open(sampleResults({ seeds: 3 }));
    const plot = page.locator('.plot').first();
    expect(await plot.getAttribute('aria-label')).toContain('Arrow keys read values');
    const spoken = page.locator('.spoken').first();
    const words: (string | null)[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowLeft']) {
      await plot.press(key);
      words.push((await spoken.textContent())!.split(';')[0]);
    }
    expect(words).toEqual(['4-2-1', '4-3-1', '4-3-1', '4-2-1', '4-2-1']);
    await plot.press('Enter');
    expect(await page.locator('tr.alone th').textContent()).toBe('4-2-1');
  });

  it('changes measure, scale, and between bands and seeds', async () => {
    const page = await open(sampleResults({ seeds: 3 }));
    const pick = (name: string, at = 0) => page.getByLabel(name).nth(at).check({ force: true });
    const labels = () => page.locator('.chart').first().locator('text.dim').allTextContents();
    const logarithmic = await labels();
    await page.locator('.toolbar').getByLabel('linear').check({ force: true });
    expect(await labels()).not.toEqual(logarithmic);
    expect(await paths(page, 0, '.dots')).toBe(0);
    await pick('seeds');
    expect(await paths(page, 0, '.dots')).toBe(2);
    expect(await paths(page, 0, '.band')).toBe(0);
    expect(await paths(page, 1, '.seed')).toBe(60);
    await page.locator('.sets').getByLabel('test').uncheck();
    expect(await paths(page, 1, '.seed')).toBe(30);
    await pick('R²');
    expect(await page.locator('.chart h3').first().textContent()).toBe(
      'Final R² against parameters',
    );
  });

  it('chooses the axis of what varies', async () => {
    const page = await open(gridResults());
    const axis = page.getByLabel('axis of the final values');
    const names = await axis.locator('option').allTextContents();
    expect(names).toEqual(['batch size', 'learning rate']);
    await axis.selectOption({ label: 'learning rate' });
    expect(await page.locator('.chart h3').first().textContent()).toContain(
      'against learning rate',
    );
  });

  it('sorts its table either way, and says so', async () => {
    const page = await open(
      sampleResults({ seeds: 3, change: (run, at) => (at < 3 ? diverged(run) : run) }),
    );
    const column = async () =>
      page
        .locator('table.sortable tbody tr')
        .evaluateAll((rows) => rows.map((row) => row.firstElementChild!.textContent));
    const head = page.locator('table.sortable th').nth(4);
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const upwards = await column();
    expect(upwards.at(0)).toBe('4-2000-1');
    expect(upwards.at(-1)).toBe('4-2-1');
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    // Without a value it stays last.
    expect(await column()).toEqual([...upwards.slice(0, -1).reverse(), '4-2-1']);
  });
});

describe.each(['light', 'dark'] as const)('on a %s screen', (colorScheme) => {
  it('has readable colours, and those that are chosen', async () => {
    const page = await open(classResults(), { colorScheme });
    const grounds = { light: 'rgb(255, 255, 255)', dark: 'rgb(20, 23, 26)' };
    const usual = grounds[colorScheme];
    expect(await colourOf(page, 'body')).toBe(usual);
    expect(await colourOf(page, '#figure-loss-panels rect.bg', 'fill')).toBe(usual);
    const other = colorScheme === 'light' ? 'dark' : 'light';
    await page.getByLabel(other, { exact: true }).check({ force: true });
    expect(await colourOf(page, 'body')).toBe(grounds[other]);
    expect(await colourOf(page, '#figure-loss-panels rect.bg', 'fill')).toBe(grounds[other]);
    await page.getByLabel('as the system').check({ force: true });
    expect(await colourOf(page, 'body')).toBe(usual);
  });
});

it('fits a telephone', async () => {
  const page = await open(sampleResults({ seeds: 2 }), { viewport: { width: 390, height: 800 } });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
});

it('gives everything that can be focused a name', async () => {
  const page = await open(classResults());
  const nameless = await page
    .locator('[tabindex="0"], button, input, select, a, svg[role="img"]')
    .evaluateAll((elements) =>
      elements
        .filter((element) => {
          const label = element.closest('label')?.textContent ?? element.textContent;
          return !(element.getAttribute('aria-label') || label?.trim());
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 100)),
    );
  expect(nameless).toEqual([]);
});

it('takes hostile names for text', async () => {
  const name = `</title></script><script>alert(1)</script><img src=x onerror="alert(2)">`;
  const results = classResults({ classNames: [name, `"'<b>`, ']]></style><b>'] });
  const id = `${name}</svg>`;
  const renamed = <T extends { variant: string }>(record: T): T =>
    record.variant === results.variants[0].id ? { ...record, variant: id } : record;
  const page = await open({
    ...results,
    name,
    variants: results.variants.map((each, at) => (at === 0 ? { ...each, id, network: id } : each)),
    networks: results.networks.map((each, at) => (at === 0 ? { ...each, id } : each)),
    runs: results.runs.map(renamed),
    aggregate: results.aggregate.map(renamed),
  });
  expect(await page.locator('h1').textContent()).toContain(name);
  expect(await page.locator('img, script:not(body > script)').count()).toBe(0);
  await page.locator('.legend button').nth(1).click();
  await page.locator('.plot').first().press('ArrowRight');
  expect(await page.locator('.readout b').first().textContent()).toContain('<script>');
  expect(await page.locator('.chart b:not(.readout b)').count()).toBe(0);
});
