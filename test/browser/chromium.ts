import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Nothing but what a test asks for: no sandbox (a container is one), no calls home. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** @throws {Error} when there is no Chromium: a test that needs it has failed, not been skipped. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (!executablePath) throw new Error(`found no Chromium, expected one of ${PLACES.join(', ')}`);
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/**
 * Opens a page and waits until an expression is no longer undefined: a JSON value.
 *
 * @throws {Error} with what the page complained about when there is none within a minute.
 */
export async function resultOfPage<T>(
  browser: Browser,
  address: string,
  expression = 'globalThis.result',
): Promise<T> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  try {
    await page.goto(address);
    await page.waitForFunction(`(${expression}) !== undefined`, null, { timeout: 60_000 });
    return await page.evaluate<T>(expression);
  } catch (cause) {
    throw new Error(`${address}: ${complaints.join('; ') || String(cause)}`, { cause });
  } finally {
    await page.close();
  }
}
