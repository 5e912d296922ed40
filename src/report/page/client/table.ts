import { make } from './dom.js';

/** Heads of sortable tables become buttons; the order is told to screen readers. */
export function sortTables(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table.sortable')) {
    const heads = [...table.tHead!.rows[0].cells];
    heads.forEach((head, column) => {
      const button = make('button', { type: 'button', class: 'sort' }, [...head.childNodes]);
      head.replaceChildren(button);
      button.addEventListener('click', () => sortBy(table, heads, column));
    });
  }
}

/** First upwards, then downwards; rows without a value come last either way. */
function sortBy(table: HTMLTableElement, heads: HTMLElement[], column: number): void {
  const sign = heads[column].getAttribute('aria-sort') === 'ascending' ? -1 : 1;
  for (const head of heads) head.removeAttribute('aria-sort');
  heads[column].setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending');
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => ({ row, value: cellValue(row.cells[column]) }));
  rows.sort((a, b) => compare(a.value, b.value, sign));
  body.append(...rows.map(({ row }) => row));
}

/** A number, a text, or nothing. */
function cellValue(cell: HTMLTableCellElement): number | string | undefined {
  const value = cell.dataset.value ?? (cell.classList.contains('text') ? cell.textContent : '');
  if (!value) return undefined;
  return Number.isNaN(Number(value)) ? value : Number(value);
}

function compare(
  a: number | string | undefined,
  b: number | string | undefined,
  sign: number,
): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * String(a).localeCompare(String(b), 'en', { numeric: true });
}
