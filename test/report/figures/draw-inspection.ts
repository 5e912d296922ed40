import type { Inspection } from '../../../src/inspect/types.js';
import { INSPECTIONS } from '../inspections.js';
import { parseSvg, type SvgDocument } from '../svg-document.js';

type Figure = (results: { name: string }, inspection: Inspection) => string | undefined;

export function draw(figure: Figure, inspection: Inspection): SvgDocument {
  return parseSvg(figure({ name: 'sweep' }, inspection)!);
}

/** The texts of a figure of one of INSPECTIONS, in order. */
export function labelsOf(figure: Figure, key: string): string[] {
  return draw(figure, INSPECTIONS[key]()).labels.map(({ text }) => text);
}

export function pathsOf(figure: Figure, inspection: Inspection): SvgDocument['elements'] {
  return draw(figure, inspection).elements.filter(({ name }) => name === 'path');
}
