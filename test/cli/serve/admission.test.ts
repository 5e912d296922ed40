import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit, newToken } from '../../../src/cli/serve/admission.js';

const TOKEN = newToken();
const PORT = 4711;

const ask = (
  url: string,
  { method = 'GET', host = `127.0.0.1:${PORT}`, ...headers }: Record<string, string> = {},
) => admit({ method, url, headers: { host, ...headers } }, TOKEN, PORT);

const ours = { method: 'POST', origin: `http://127.0.0.1:${PORT}`, 'x-lanewise': 'stop' };

it('draws a token of 128 bits that is fit for a path, another every time', () => {
  const tokens = new Set(Array.from({ length: 100 }, newToken));
  expect(tokens.size).toBe(100);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{22}$/);
});

describe('who knows the token', () => {
  it('gets page and events, under both names of this machine', () => {
    expect(ask(`/${TOKEN}/`)).toBe('page');
    expect(ask(`/${TOKEN}/?again`)).toBe('page');
    expect(ask(`/${TOKEN}/events`)).toBe('events');
    expect(ask(`/${TOKEN}/`, { host: `localhost:${PORT}` })).toBe('page');
  });

  it('may stop, from our page or from a program', () => {
    expect(ask(`/${TOKEN}/stop`, ours)).toBe('stop');
    expect(ask(`/${TOKEN}/stop`, { method: 'POST', 'x-lanewise': 'stop' })).toBe('stop');
  });

  it('is told which methods there are', () => {
    expect(ask(`/${TOKEN}/`, { method: 'POST' })).toEqual({ status: 405, allow: 'GET' });
    expect(ask(`/${TOKEN}/events`, { method: 'HEAD' })).toEqual({ status: 405, allow: 'GET' });
    expect(ask(`/${TOKEN}/stop`)).toEqual({ status: 405, allow: 'POST' });
    expect(ask(`/${TOKEN}/stop`, { method: 'OPTIONS' })).toEqual({ status: 405, allow: 'POST' });
  });

  it.each([
    '',
    '/',
    `/${TOKEN}`,
    `/${TOKEN}/page`,
    `/${TOKEN}/other`,
    `/${TOKEN}/events/`,
    `/${TOKEN}//`,
    `//${TOKEN}/`,
    `/${TOKEN}x/`,
    `/${TOKEN.toUpperCase()}x/`,
    `/${TOKEN.slice(1)}/`,
  ])('finds nothing at %s', (url) => {
    expect(ask(url)).toEqual({ status: 404 });
  });
});

describe('who comes from elsewhere', () => {
  it.each([
    'evil.example',
    `evil.example:${PORT}`,
    `127.0.0.1:${PORT + 1}`,
    '127.0.0.1',
    `127.0.0.1:${PORT}.evil.example`,
    '',
  ])('finds nothing under the host "%s"', (host) => {
    expect(ask(`/${TOKEN}/`, { host })).toEqual({ status: 404 });
    expect(ask(`/${TOKEN}/stop`, { ...ours, host })).toEqual({ status: 404 });
  });

  it('finds nothing without the token, whatever it asks for', () => {
    const path = fc.webPath();
    const method = fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'PUT');
    fc.assert(
      fc.property(path, method, (url, each) => {
        fc.pre(!url.includes(TOKEN));
        expect(ask(url, { ...ours, method: each })).toEqual({ status: 404 });
      }),
    );
  });

  it('may not stop: a form has no header of ours, a script no origin of ours', () => {
    const { 'x-lanewise': _, ...form } = ours;
    expect(ask(`/${TOKEN}/stop`, form)).toEqual({ status: 403 });
    for (const origin of ['http://evil.example', 'null', `https://127.0.0.1:${PORT}`]) {
      expect(ask(`/${TOKEN}/stop`, { ...ours, origin })).toEqual({ status: 403 });
    }
  });
});
