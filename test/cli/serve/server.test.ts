import { request as ask, createServer, type IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { LiveServer } from '../../../src/cli/serve/server.js';
import { InputError } from '../../../src/config/problem.js';

let server: LiveServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

let stops = 0;
let html = 'live';
async function open(greeting: () => string | undefined = () => '{"a":1}'): Promise<string> {
  [stops, html] = [0, 'live'];
  server = await LiveServer.open(0, {
    page: () => ({ html, policy: "default-src 'none'" }),
    greeting,
    onStop: () => {
      stops++;
    },
  });
  return server.address;
}

interface Answer {
  status: number | undefined;
  headers: IncomingMessage['headers'];
  text: string;
}

function get(address: string, options: object = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    ask(address, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, text }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** A listener: what has come so far, and when the stream has ended. */
async function listen(address: string) {
  let text = '';
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    ask(`${address}events`, resolve).on('error', reject).end();
  });
  response.setEncoding('utf8').on('data', (part) => {
    text += part;
  });
  const ended = new Promise<void>((resolve) => response.on('close', resolve));
  const until = async (part: string) => {
    while (!text.includes(part)) await new Promise((resolve) => setTimeout(resolve, 5));
    return text;
  };
  return { response, until, ended };
}

describe('the server', () => {
  it('serves the page under a strict policy, to be kept by nobody', async () => {
    const { status, headers, text } = await get(await open());
    expect([status, text]).toEqual([200, 'live']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('has nothing for others, and says as little as where nothing is', async () => {
    const address = await open();
    const { origin } = new URL(address);
    const wrong = await get(`${origin}/${'A'.repeat(22)}/`);
    const nothing = await get(`${origin}/favicon.ico`);
    const host = await get(address, { headers: { host: 'evil.example' } });
    for (const { status, text } of [wrong, nothing, host])
      expect([status, text]).toEqual([404, '']);
  });

  it('listens on the loopback interface alone', async () => {
    const { port, hostname } = new URL(await open());
    expect(hostname).toBe('127.0.0.1');
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((each) => each && !each.internal && each.family === 'IPv4');
    for (const other of others) {
      await expect(get(`http://${other!.address}:${port}/`)).rejects.toThrow('ECONNREFUSED');
    }
  });

  it('greets every listener, then tells it all that is sent', async () => {
    const address = await open();
    const early = await listen(address);
    expect(await early.until('\n\n')).toBe('retry: 1000\nevent: state\ndata: {"a":1}\n\n');
    expect(early.response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    server!.send('update', '{"b":2}');
    expect(await early.until('{"b"')).toContain('event: update\ndata: {"b":2}\n\n');
    expect(server!.isHeard).toBe(true);
    early.response.destroy();
    while (server!.isHeard) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it('cuts off a listener that does not listen', async () => {
    const address = await open();
    const { response, ended } = await listen(address);
    response.pause();
    const part = 'x'.repeat(1 << 20);
    for (let i = 0; i < 200 && server!.isHeard; i++) {
      server!.send('update', part);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(server!.isHeard).toBe(false);
    response.resume();
    await ended;
  });

  it('stops when it is asked to', async () => {
    const address = await open();
    const headers = { 'x-lanewise': 'stop' };
    expect((await get(`${address}stop`, { method: 'POST' })).status).toBe(403);
    expect(stops).toBe(0);
    expect((await get(`${address}stop`, { method: 'POST', headers })).status).toBe(204);
    expect(stops).toBe(1);
  });

  it('tells a browser not to come again when there is nothing to hear', async () => {
    const address = await open(() => undefined);
    expect((await get(`${address}events`)).status).toBe(204);
  });
});

describe('the farewell', () => {
  it('takes no time when nobody looks', async () => {
    await open();
    const began = performance.now();
    await server!.farewell();
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('waits until all that listened have fetched the report', async () => {
    const address = await open();
    const listeners = [await listen(address), await listen(address)];
    await get(address);
    html = 'report';
    let isOver = false;
    const over = server!.farewell().then(() => {
      isOver = true;
    });
    for (const { until, ended } of listeners) {
      await until('event: report');
      await ended;
    }
    expect((await get(address)).text).toBe('report');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isOver).toBe(false);
    expect((await get(address)).text).toBe('report');
    await over;
    expect((await get(`${address}events`)).status).toBe(204);
  });

  it('does not wait for ever', async () => {
    const address = await open();
    await listen(address);
    const began = performance.now();
    await server!.farewell();
    expect(performance.now() - began).toBeGreaterThan(4000);
  }, 15_000);
});

it('refuses a port that is taken, in one line', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  const content = { page: () => ({ html, policy: '' }), greeting: () => '', onStop: () => {} };
  const error = await LiveServer.open(port, content).catch((each: unknown) => each);
  other.close();
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).problems).toEqual([
    {
      where: '--serve',
      message: `found port ${port} taken by another program, expected a free one; --serve without a number takes any`,
    },
  ]);
});
