import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** What a page needs to share memory between its threads. */
const ISOLATION = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** Content of an address, or undefined where there is none. */
export type Lookup = (path: string) => Promise<string | Uint8Array | undefined>;

export interface LocalServer {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  origin: string;
  close(): Promise<void>;
}

/** Serves on the loopback interface, on a free port. */
export async function serve(lookup: Lookup, isolated: boolean): Promise<LocalServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    void lookup(path).then((content) => {
      const type = TYPES[extname(path)] ?? 'text/html';
      const headers = { 'content-type': type, ...(isolated && ISOLATION) };
      response.writeHead(content === undefined ? 404 : 200, headers).end(content);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, close };
}

/** Files of a folder (`file:` address with a slash at the end); `/` is its index.html. */
export function filesOf(folder: URL): Lookup {
  return async (path) => {
    const name = path === '/' ? 'index.html' : path.slice(1);
    return readFile(new URL(name, folder)).catch(() => undefined);
  };
}
