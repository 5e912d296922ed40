import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { overlayFigure } from '../../../src/report/compare/overlay.js';
import { comparisonPage } from '../../../src/report/compare/page.js';
import { launchChromium } from '../../browser/chromium.js';
import { COMPARISONS } from './runs.js';

const pageOf = (name: string) => {
  const { runs, measure, comparison } = COMPARISONS[name]();
  const command = `lanewise compare ${runs.map(({ label }) => label).join(' ')}`;
  return comparisonPage(comparison, overlayFigure(runs, measure), { command, version: '0.1.0' });
};

test.each(Object.keys(COMPARISONS))('the page of %s loads nothing and runs nothing', (name) => {
  const page = pageOf(name);
  expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|javascript:|@import|url\(/i);
  expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
  expect(page).not.toMatch(/\sstyle="/);
  expect(page).not.toMatch(/>(?:NaN|undefined|null)</);
});

it('allows the style sheets that are in it, and nothing else', () => {
  const page = pageOf('two runs');
  const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(page)!;
  const sheets = [...page.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text]) => text);
  expect(sheets).toHaveLength(2);
  const hashes = sheets.map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `style-src ${hashes.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

describe('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lanewise-page-'));
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const opened = async (name: string, colorScheme: 'light' | 'dark', width = 1000) => {
    const file = join(folder, 'page.html');
    writeFileSync(file, pageOf(name));
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`file://${file}`);
    return { page, complaints };
  };

  it.each(['light', 'dark'] as const)('is styled by its own sheets, %s', async (scheme) => {
    const { page, complaints } = await opened('two runs', scheme);
    const grounds = await page.evaluate(() => {
      const ground = getComputedStyle(document.body).backgroundColor;
      const figure = getComputedStyle(document.querySelector('svg rect')!).fill;
      return [ground, figure];
    });
    const expected = scheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(20, 23, 26)';
    expect(grounds).toEqual([expected, expected]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows evil names as text', async () => {
    const { page, complaints } = await opened('six runs of evil names', 'light');
    expect(await page.locator('h1').textContent()).toContain('<script>alert(1)</script>');
    expect(await page.locator('script').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('scrolls wide tables by themselves on a narrow screen', async () => {
    const { page } = await opened('width, depth and other data', 'light', 380);
    const [inner, outer] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(inner).toBe(outer);
    await page.close();
  });
});
