import { number } from './flag.js';

/**
 * A choice on the command line: `relu`, `leaky-relu:0.2` (its first parameter), or
 * `step:every=10,factor=0.5`.
 *
 * @param defaults the parameters of every name, in order.
 */
export function choice(defaults: Readonly<Record<string, object>>): (text: string) => unknown {
  return (text) => {
    const [, name, rest] = /^([^:]*)(?::(.*))?$/s.exec(text)!;
    if (rest === undefined) return name;
    const known = Object.hasOwn(defaults, name) ? Object.keys(defaults[name]) : [];
    const first = known.find((key) => key !== 'name');
    // A name that is not known, or takes no parameter: the validator quotes it as it was written.
    if (first === undefined) return text;
    return { name, ...(rest.includes('=') ? settings(rest) : { [first]: scalar(rest) }) };
  };
}

/** `noise=0.1,flip=both` → { noise: 0.1, flip: 'both' } */
export function settings(text: string): Record<string, unknown> {
  const written = text.split(',').filter((pair) => pair !== '');
  const pairs = written.map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, true] : [pair.slice(0, at), scalar(pair.slice(at + 1))];
  });
  return Object.fromEntries(pairs);
}

function scalar(text: string): unknown {
  if (text === 'true') return true;
  return text === 'false' ? false : number(text);
}
