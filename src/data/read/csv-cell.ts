import { quote } from '../../config/text.js';

/** Words for values that no training can use are not names of columns either. */
export function kindOf(cell: string): 'number' | 'empty' | 'text' {
  if (cell === '') return 'empty';
  const isNumber = isNotFinite(cell) || !Number.isNaN(Number(cell));
  return isNumber ? 'number' : 'text';
}

export function isNotFinite(cell: string): boolean {
  return /^[+-]?(?:nan|inf(?:inity)?)$/i.test(cell);
}

/** A cell as a message shows it. */
export function shownCell(cell: string): string {
  if (cell === '') return 'an empty cell';
  return isNotFinite(cell) ? cell : quote(cell);
}
