import { escapeXml } from '../chart/svg.js';

export type HtmlAttributes = Record<string, string | number | boolean | undefined>;

/** Elements without content, which HTML does not close. */
const VOID = new Set(['meta', 'input', 'br', 'hr']);

/**
 * An element of HTML. Attributes are escaped; true ones stand by their name, false and undefined ones
 * are left out. Children are markup: `escaped` makes it of text.
 */
export function tag(
  name: string,
  attributes: HtmlAttributes,
  children: string | readonly string[] = '',
): string {
  let head = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    head += value === true ? ` ${key}` : ` ${key}="${escapeXml(String(value))}"`;
  }
  if (VOID.has(name)) return `${head}>`;
  return `${head}>${typeof children === 'string' ? children : children.join('')}</${name}>`;
}

/** Text of any origin as HTML. */
export function escaped(text: string): string {
  return escapeXml(text);
}

/** JSON inside a script element: nothing in it can end the element or begin a comment. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
