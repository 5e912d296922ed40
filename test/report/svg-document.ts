import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { textWidth } from '../../src/report/chart/svg.js';

export interface Label {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What a strict XML parser finds in a document; throws where it is not well-formed. */
export interface SvgDocument {
  elements: { name: string; attributes: Record<string, string> }[];
  /** Character data by the name of the innermost element. */
  texts: Map<string, string[]>;
  /** Upright text elements with their approximate boxes. */
  labels: Label[];
}

export function parseSvg(source: string): SvgDocument {
  const document: SvgDocument = { elements: [], texts: new Map(), labels: [] };
  const open: { tag: SaxesTagPlain; text: string; x: number; y: number }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = tag.attributes as Record<string, string>;
    const parent = open.at(-1) ?? { x: 0, y: 0 };
    const [, dx = '0', dy = '0'] =
      /translate\((\S+) (\S+)\)/.exec(attributes.transform ?? '') ?? [];
    open.push({ tag, text: '', x: parent.x + Number(dx), y: parent.y + Number(dy) });
    document.elements.push({ name: tag.name, attributes });
  });
  parser.on('text', (text) => {
    const innermost = open.at(-1);
    if (innermost === undefined) return;
    innermost.text += text;
  });
  parser.on('closetag', (tag) => {
    const { text, x, y } = open.pop()!;
    document.texts.set(tag.name, [...(document.texts.get(tag.name) ?? []), text]);
    if (tag.name === 'tspan') open.at(-1)!.text += text;
    const attributes = tag.attributes as Record<string, string>;
    if (tag.name === 'text' && !('transform' in attributes)) {
      document.labels.push(labelOf(text, attributes, x, y));
    }
  });
  parser.write(source).close();
  return document;
}

function labelOf(text: string, attributes: Record<string, string>, dx: number, dy: number): Label {
  const size = Number(attributes['font-size'] ?? 11);
  const width = textWidth(text, size);
  const shift = { middle: 0.5, end: 1 }[attributes['text-anchor']] ?? 0;
  const left = Number(attributes.x) + dx - shift * width;
  const baseline = Number(attributes.y) + dy;
  const [top, bottom] = [baseline - 0.72 * size, baseline + 0.1 * size];
  return { text, left, right: left + width, top, bottom };
}

/** Pairs of labels whose boxes touch. */
export function overlaps(labels: readonly Label[]): [string, string][] {
  return labels.flatMap((a, index) =>
    labels
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b): [string, string] => [a.text, b.text]),
  );
}
