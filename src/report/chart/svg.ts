/** Building SVG as strings. Everything that a user may have named goes through `escapeXml`. */

export type Attributes = Record<string, string | number | undefined>;

/** An element; numbers among its attributes are rounded to 0.1, undefined ones left out. */
export function element(
  name: string,
  attributes: Attributes,
  children: string | readonly string[] = '',
): string {
  let head = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value === undefined) continue;
    head += ` ${key}="${typeof value === 'number' ? rounded(value) : escapeXml(value)}"`;
  }
  const inner = typeof children === 'string' ? children : children.join('');
  return inner === '' ? `${head}/>` : `${head}>${inner}</${name}>`;
}

/** A text element; `markup` is XML, so plain text must be escaped first. */
export function text(x: number, y: number, markup: string, attributes: Attributes = {}): string {
  return element('text', { x, y, class: 'ink', fill: '#1b1f24', ...attributes }, markup);
}

/** A coordinate to 0.1: equal on every engine, and half the bytes. */
export function rounded(value: number): string {
  const tenths = Math.round(value * 10);
  return tenths === 0 ? '0' : String(tenths / 10);
}

/** A point in path data. */
export function xy(x: number, y: number): string {
  return `${rounded(x)} ${rounded(y)}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any string as XML character data or attribute value; what XML 1.0 forbids becomes U+FFFD. */
export function escapeXml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => ENTITIES[character]).replace(FORBIDDEN, '\ufffd');
}

// Controls but tab, line feed and carriage return; surrogates without a partner; two noncharacters.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Roughly how wide a line of Helvetica is, on the generous side. */
export function textWidth(content: string, fontSize: number): number {
  const narrow = content.match(/[iljtfrI.,:;'|!()[\] -]/g)?.length ?? 0;
  const wide = content.match(/[A-HJ-Zmw@%…—×]/g)?.length ?? 0;
  return (content.length * 0.58 - narrow * 0.22 + wide * 0.2) * fontSize;
}

/** The string cut to a width, with an ellipsis where something is missing. */
export function fitted(content: string, fontSize: number, width: number): string {
  if (textWidth(content, fontSize) <= width) return content;
  const most = Math.floor((width * content.length) / textWidth(content, fontSize)) - 1;
  return `${content.slice(0, Math.max(1, most)).trimEnd()}…`;
}
