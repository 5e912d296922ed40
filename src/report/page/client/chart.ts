import { make } from './dom.js';
import { type Drawing, HEIGHT, type Spot } from './drawing.js';

const KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** A chart on the page: drawn to its width, read out at a pointer or by the arrow keys. */
export interface ChartElement {
  figure: HTMLElement;
  /**
   * Draws it again.
   *
   * @param keeps whether what is read out is still the same, and stays.
   */
  refresh(keeps?: boolean): void;
}

/**
 * @param controls stand below the title.
 * @param onPick is told the variant that was clicked.
 * @param onLeave is told that the reader wants all back.
 */
export function chartElement(
  draw: (width: number) => Drawing,
  controls: readonly HTMLElement[],
  onPick: (variant: number) => void,
  onLeave: () => void,
): ChartElement {
  const title = make('h3');
  const plot = make('div', { class: 'plot', tabindex: 0, role: 'group' });
  const picture = make('div', { class: 'picture' });
  const readout = make('div', { class: 'readout', hidden: true });
  const spoken = make('div', { class: 'spoken', 'aria-live': 'polite' });
  plot.append(picture, readout);
  const figure = make('figure', { class: 'chart' }, [
    title,
    make('div', { class: 'controls' }, controls),
    plot,
    spoken,
  ]);
  let drawing: Drawing;
  let current: Spot | undefined;

  function refresh(keeps = false): void {
    const last = keeps ? current : undefined;
    const width = Math.max(280, plot.clientWidth);
    drawing = draw(width);
    title.textContent = drawing.title;
    plot.setAttribute(
      'aria-label',
      `${drawing.title}. Arrow keys read values, Enter shows a network alone, Escape all.`,
    );
    const size = `viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}"`;
    picture.innerHTML = `<svg ${size} aria-hidden="true">${drawing.markup}<g class="marked"></g></svg>`;
    const row = drawing.spots.filter((spot) => spot.row === last?.row);
    show(last && nearest(row, last.x, last.y));
  }

  function show(spot: Spot | undefined): void {
    current = spot;
    picture.querySelector('.marked')!.innerHTML = spot ? drawing.mark(spot) : '';
    readout.hidden = spot === undefined;
    if (spot === undefined) return;
    readout.replaceChildren(
      make('b', {}, [spot.head]),
      ...spot.lines.map((words) => make('div', {}, [words])),
    );
    const isRight = spot.x > plot.clientWidth / 2;
    readout.style.left = isRight ? 'auto' : `${spot.x + 14}px`;
    readout.style.right = isRight ? `${plot.clientWidth - spot.x + 14}px` : 'auto';
    readout.style.top = `${Math.min(Math.max(4, spot.y - 30), HEIGHT - 130)}px`;
  }

  picture.addEventListener('pointermove', (event) => {
    const box = picture.getBoundingClientRect();
    show(nearest(drawing.spots, event.clientX - box.left, event.clientY - box.top));
  });
  picture.addEventListener('pointerleave', () => show(undefined));
  picture.addEventListener('click', () => {
    if (current) onPick(current.variant);
  });
  plot.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' && current) onPick(current.variant);
    else if (KEYS.includes(event.key)) {
      event.preventDefault();
      show(neighbour(drawing.spots, current, event.key));
      if (current) spoken.textContent = [current.head, ...current.lines].join('; ');
    }
  });
  plot.addEventListener('blur', () => show(undefined));
  new ResizeObserver(() => refresh()).observe(plot);
  return { figure, refresh };
}

function nearest(spots: readonly Spot[], x: number, y: number): Spot | undefined {
  let [best, least] = [undefined as Spot | undefined, 80 * 80];
  for (const spot of spots) {
    const distance = (spot.x - x) ** 2 + (spot.y - y) ** 2;
    if (distance < least) [best, least] = [spot, distance];
  }
  return best;
}

/** The next spot of its row, or the one nearest in the next row. */
function neighbour(spots: readonly Spot[], from: Spot | undefined, key: string): Spot | undefined {
  if (from === undefined) return spots[0];
  const rows = [...new Set(spots.map(({ row }) => row))];
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const row = spots.filter(({ row }) => row === from.row);
    const next = row.indexOf(from) + (key === 'ArrowRight' ? 1 : -1);
    return row[Math.min(row.length - 1, Math.max(0, next))];
  }
  const next = rows.indexOf(from.row) + (key === 'ArrowDown' ? 1 : -1);
  const row = spots.filter(({ row }) => row === rows[(next + rows.length) % rows.length]);
  return row.reduce((best, spot) =>
    Math.abs(spot.x - from.x) < Math.abs(best.x - from.x) ? spot : best,
  );
}
