import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InputError } from '../../config/problem.js';
import { admit, newToken } from './admission.js';

/** What is served; asked anew at every request. */
export interface Content {
  page(): { html: string; policy: string };
  /** What whoever listens from now on has to know first; undefined: nothing comes any more. */
  greeting(): string | undefined;
  onStop(): void;
}

/** A listener that takes nothing for so long is cut off; it comes back by itself. */
const MOST_UNREAD = 4 << 20;
/** After the end: for pages to fetch the report. */
const FAREWELL_MS = 5000;

/** Serves a page and its events to this machine alone, to those who know the address. */
export class LiveServer {
  readonly address: string;
  readonly #server: Server;
  readonly #listeners = new Set<ServerResponse>();
  /** Pages that were fetched since the end. */
  #fetched = 0;
  #isOver = false;
  #onFetched: (() => void) | undefined;

  private constructor(server: Server, content: Content) {
    const { port } = server.address() as AddressInfo;
    const token = newToken();
    this.#server = server;
    this.address = `http://127.0.0.1:${port}/${token}/`;
    server.on('request', (request, response) => {
      this.#answer(request, response, token, port, content);
    });
  }

  /**
   * @param port 0: any that is free.
   * @throws {InputError} where it cannot listen there.
   */
  static async open(port: number, content: Content): Promise<LiveServer> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => reject(portProblem(port, error)));
      server.listen(port, '127.0.0.1', resolve);
    });
    // A connection that fails later is its own affair.
    server.removeAllListeners('error').on('error', () => {});
    return new LiveServer(server, content);
  }

  get isHeard(): boolean {
    return this.#listeners.size > 0;
  }

  send(name: string, data: string): void {
    for (const listener of this.#listeners) {
      if (listener.writableLength > MOST_UNREAD) listener.destroy();
      else listener.write(eventText(name, data));
    }
  }

  /** Tells all pages to fetch themselves once more, and waits until they have, or a while. */
  async farewell(): Promise<void> {
    const expected = this.#listeners.size;
    this.#isOver = true;
    if (expected === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const all = new Promise<void>((resolve) => {
      this.#onFetched = () => {
        if (this.#fetched >= expected) resolve();
      };
      timer = setTimeout(resolve, FAREWELL_MS);
    });
    this.send('report', '');
    for (const listener of this.#listeners) listener.end();
    await all;
    clearTimeout(timer);
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  #answer(
    request: IncomingMessage,
    response: ServerResponse,
    token: string,
    port: number,
    content: Content,
  ): void {
    // Nobody has anything to send us.
    request.resume();
    const wanted = admit(request, token, port);
    for (const [name, value] of HEADERS) response.setHeader(name, value);
    if (typeof wanted === 'object') {
      if (wanted.allow) response.setHeader('allow', wanted.allow);
      response.writeHead(wanted.status).end();
    } else if (wanted === 'stop') {
      response.writeHead(204).end();
      content.onStop();
    } else if (wanted === 'events') {
      this.#listen(response, content.greeting());
    } else {
      const { html, policy } = content.page();
      const isReport = this.#isOver;
      response.on('finish', () => {
        if (!isReport) return;
        this.#fetched++;
        this.#onFetched?.();
      });
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy,
      });
      response.end(html);
    }
  }

  #listen(response: ServerResponse, greeting: string | undefined): void {
    // 204 tells a browser not to come again.
    if (greeting === undefined || this.#isOver) {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(`retry: 1000\n${eventText('state', greeting)}`);
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
    response.on('error', () => this.#listeners.delete(response));
  }
}

/** No copy is kept, no other page may frame or read it, and no address tells the token. */
const HEADERS: readonly (readonly [string, string])[] = [
  ['cache-control', 'no-store'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
];

/** @param data one line. */
function eventText(name: string, data: string): string {
  return `event: ${name}\ndata: ${data}\n\n`;
}

function portProblem(port: number, { code, message }: NodeJS.ErrnoException): InputError {
  const found =
    code === 'EADDRINUSE'
      ? `found port ${port} taken by another program`
      : code === 'EACCES'
        ? `found port ${port} forbidden (${code})`
        : `found no way to listen on port ${port} (${message})`;
  const expected = 'expected a free one; --serve without a number takes any';
  return new InputError([{ where: '--serve', message: `${found}, ${expected}` }]);
}
