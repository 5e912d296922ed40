import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../browser/chromium.js';
import { serve } from '../../browser/server.js';
import { MAIN, workFolder } from '../harness.js';

// The live page as a reader has it: the command in a process of its own, the page in a browser.

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const complaints: string[] = [];
const requests: string[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  expect(complaints.splice(0)).toEqual([]);
  requests.splice(0);
});

interface Live {
  page: Page;
  address: string;
  cwd: string;
  exit: Promise<number | null>;
  open(options?: BrowserContextOptions): Promise<Page>;
}

/** Begins a sweep and opens its page; what the page complains about fails the test. */
async function sweep(flags: readonly string[], options?: BrowserContextOptions): Promise<Live> {
  const cwd = workFolder();
  const child = spawn(process.execPath, [MAIN, 'sweep', '--serve', '--out', 'r', ...flags], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.push(child);
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  let stderr = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr!.setEncoding('utf8').on('data', (text) => {
      stderr += text;
      const found = /live: (\S+)\n/.exec(stderr);
      if (found) resolve(found[1]);
    });
    void exit.then((code) => reject(new Error(`exit code ${code}: ${stderr}`)));
  });
  const open = async (more: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...more });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    await page.goto(address);
    return page;
  };
  return { page: await open(options), address, cwd, exit, open };
}

/** Two threads, and more work than any test waits for. */
const ENDLESS = [
  ...['--widths', '2,20,300', '--seeds', '2', '--threads', '2'],
  ...['--epochs', '300000', '--evaluate', 'points:60'],
];
/** Some seconds. */
const SHORT = ['--widths', '2,20,200', '--seeds', '3', '--threads', '2', '--epochs', '1200'];

const pathOf = (page: Page) =>
  page
    .locator('.chart')
    .nth(1)
    .locator('path.line')
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('d')!.split('L').length));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('while it trains', () => {
  it('grows: curves, threads, state; and asks for nothing but its events', async () => {
    const { page, address } = await sweep(ENDLESS);
    await page.waitForFunction(() => document.querySelectorAll('path.line').length > 1);
    const early = sum(await pathOf(page));
    expect(await page.locator('#headline').textContent()).toMatch(/^Training: \d+ %$/);
    expect(await page.locator('#totals').textContent()).toMatch(/^0\/6 runs · .* · ETA .*samples/);
    expect(await page.locator('#active li').count()).toBe(2);
    expect(await page.locator('#timeline .block.open').count()).toBe(2);
    expect(await page.locator('#timeline .lane').count()).toBe(2);
    await expect
      .poll(async () => sum(await pathOf(page)), { timeout: 20_000 })
      .toBeGreaterThan(early);
    expect(requests).toEqual([`GET ${address}`, `GET ${address}events`]);
    expect(await page.locator('tr[data-variant]').count()).toBe(3);
    expect(await page.locator('tr[data-variant="0"] td').nth(1).textContent()).toBe('0 of 2');
  }, 60_000);

  it('keeps what is read out, and what was chosen, as it grows', async () => {
    const { page } = await sweep(ENDLESS);
    await page.waitForFunction(() => document.querySelectorAll('path.line').length > 1);
    const plot = page.locator('.plot').nth(1);
    await plot.press('ArrowRight');
    const words = await page.locator('.readout').nth(1).textContent();
    await page.getByLabel('seeds').check({ force: true });
    await plot.press('ArrowRight');
    const before = await page.locator('#totals').textContent();
    await page.waitForFunction(
      (text) => document.getElementById('totals')!.textContent !== text,
      before,
    );
    expect(words).toContain('epoch 0');
    expect(await page.locator('.readout').nth(1).isVisible()).toBe(true);
    expect(await page.getByLabel('seeds').isChecked()).toBe(true);
    expect(await page.locator('path.seed').count()).toBeGreaterThan(1);
  }, 60_000);

  it('fits a narrow screen, dark as well, and is told to screen readers', async () => {
    const viewport = { width: 400, height: 800 };
    const { page } = await sweep(ENDLESS, { viewport, colorScheme: 'dark' });
    await page.waitForFunction(() => document.querySelectorAll('path.line').length > 1);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(400);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe('rgb(20, 23, 26)');
    const news = page.locator('#news');
    expect(await news.getAttribute('aria-live')).toBe('polite');
    expect(await news.textContent()).toMatch(/^Training: \d+ %, 0 runs finished$/);
    expect(await page.locator('#timeline svg').getAttribute('aria-label')).toMatch(
      /^Timeline of 2 threads: \d trainings? begun$/,
    );
    expect(await page.getByRole('heading').allTextContents()).toEqual(
      expect.arrayContaining(['Progress', 'Threads', 'Final values', 'Configuration']),
    );
  }, 60_000);

  it('shows names as they were written, whatever they look like', async () => {
    const name = '<img src=x onerror=alert(1)></script>';
    const { page } = await sweep([...ENDLESS, '--name', name]);
    expect(await page.locator('h1').textContent()).toContain(name);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toContain(name);
  }, 60_000);
});

describe('the stop button', () => {
  it('asks, goes on, and by keys stops; every page becomes the report', async () => {
    const { page, cwd, exit, open } = await sweep(ENDLESS);
    const other = await open();
    await page.getByRole('button', { name: 'Stop', exact: true }).press('Enter');
    const back = page.getByRole('button', { name: 'Go on' });
    expect(await back.evaluate((button) => button === document.activeElement)).toBe(true);
    await back.press('Enter');
    const stop = page.getByRole('button', { name: 'Stop', exact: true });
    expect(await stop.evaluate((button) => button === document.activeElement)).toBe(true);
    await stop.press('Enter');
    await page.getByRole('button', { name: 'Stop training' }).press('Enter');
    expect(await exit).toBe(130);
    for (const each of [page, other]) {
      await each.waitForSelector('#verdict');
      expect(await each.getByText('interrupted').first().isVisible()).toBe(true);
    }
    expect(readFileSync(join(cwd, 'r', 'results.json'), 'utf8')).toContain('interrupted');
  }, 60_000);

  it('does nothing for a page from elsewhere', async () => {
    const { address, exit, page } = await sweep(ENDLESS);
    const foreign = await (await browser.newContext()).newPage();
    const elsewhere = await serve(async () => '<p>elsewhere', false);
    await foreign.goto(elsewhere.origin);
    const outcome = await foreign.evaluate(async (where) => {
      const ask = (options: object) =>
        fetch(`${where}stop`, { method: 'POST', ...options }).then(
          ({ type, status }) => `${type} ${status}`,
          () => 'refused',
        );
      return [await ask({ headers: { 'x-lanewise': 'stop' } }), await ask({ mode: 'no-cors' })];
    }, address);
    expect(outcome).toEqual(['refused', 'refused']);
    const framed = await foreign.evaluate(async (where) => {
      const frame = document.createElement('iframe');
      frame.src = where;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      return frame.contentDocument === null;
    }, address);
    expect(framed).toBe(true);
    const ended = await Promise.race([
      exit.then(() => 'ended'),
      page.waitForTimeout(1000).then(() => 'trains'),
    ]);
    expect(ended).toBe('trains');
    await elsewhere.close();
  }, 60_000);
});

describe('when it is done', () => {
  it('becomes the report, which stays when the command has ended', async () => {
    const { page, cwd, exit } = await sweep(SHORT);
    expect(await exit).toBe(0);
    await page.waitForSelector('#verdict');
    expect(await page.locator('.chart h3').allTextContents()).toContain('Loss (MSE) against epoch');
    const written = readFileSync(join(cwd, 'r', 'report.html'), 'utf8');
    expect(await page.locator('#data').textContent()).toBe(
      /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(written)![1],
    );
    await page.locator('.legend').getByRole('button', { name: '4-20-1' }).click();
    expect(await page.locator('tr.alone th').textContent()).toBe('4-20-1');
  }, 60_000);

  it('says so when the command is gone', async () => {
    const { page, exit } = await sweep(ENDLESS);
    await page.waitForFunction(() => document.querySelectorAll('#active li').length > 0);
    children[0].kill('SIGKILL');
    await exit;
    await page.waitForFunction(() =>
      document.getElementById('headline')!.textContent!.startsWith('No connection'),
    );
    expect(await page.getByRole('button', { name: 'Stop', exact: true }).count()).toBe(0);
    // That it cannot connect again is all that the browser complains about.
    for (const text of complaints.splice(0)) expect(text).toMatch(/Failed to load resource|ERR_/);
  }, 60_000);
});
