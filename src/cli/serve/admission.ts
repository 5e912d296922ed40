import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** 128 random bits as 22 characters of a path. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** What a request may ask for, or why it may not. */
export type Admission = 'page' | 'events' | 'stop' | Refusal;

export interface Refusal {
  status: 403 | 404 | 405;
  /** Of 405: the methods that there are. */
  allow?: string;
}

interface Request {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingHttpHeaders;
}

const METHODS = { page: 'GET', events: 'GET', stop: 'POST' } as const;

/**
 * Who does not know the token is told that there is nothing, whatever he asks for. The host must be ours,
 * so that no name of a foreign page can be made to point here. A stop must come from our own page: its
 * header makes browsers ask first, which is never answered, and its origin is known.
 */
export function admit({ method, url, headers }: Request, token: string, port: number): Admission {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? '')) return { status: 404 };
  const [, given = '', name, ...rest] = (url ?? '').split('?')[0].split('/');
  const wanted = name === '' ? 'page' : name;
  const isThere = isEqual(given, token) && rest.length === 0;
  if (
    !isThere ||
    (wanted !== 'page' && wanted !== 'events' && wanted !== 'stop') ||
    name === 'page'
  )
    return { status: 404 };
  if (method !== METHODS[wanted]) return { status: 405, allow: METHODS[wanted] };
  if (wanted !== 'stop') return wanted;
  const { origin } = headers;
  const isOurs = origin === undefined || hosts.some((host) => origin === `http://${host}`);
  return isOurs && headers['x-lanewise'] === 'stop' ? 'stop' : { status: 403 };
}

/** In a time that does not tell how much of it is right. */
function isEqual(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
