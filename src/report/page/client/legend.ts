import { grouped } from '../../../results/wording.js';
import type { PageData } from '../data.js';
import { make } from './dom.js';
import type { Store } from './view.js';

/** More names than this are chosen in the table or in the charts. */
const MOST_NAMES = 60;

/** The networks with curves, to be shown alone. */
export function legend(
  { variants, measures }: PageData,
  store: Store,
  pick: (variant: number) => void,
  leave: () => void,
): HTMLElement {
  const withCurves = measures.find(({ curves }) => curves)?.curves ?? [];
  const shown = withCurves.slice(0, MOST_NAMES).map(({ variant }) => variant);
  const all = make('button', { type: 'button', class: 'all', 'aria-pressed': 'true' }, ['all']);
  all.addEventListener('click', leave);
  const buttons = shown.map((at) => {
    const { label, params } = variants[at];
    const button = make(
      'button',
      { type: 'button', 'aria-pressed': 'false', title: `${grouped(params)} parameters` },
      [make('i', { class: `swatch v${at}` }), label],
    );
    button.addEventListener('click', () => pick(at));
    return button;
  });
  store.onChange(() => {
    const { alone } = store.view;
    all.setAttribute('aria-pressed', String(alone === undefined));
    buttons.forEach((button, index) => {
      button.setAttribute('aria-pressed', String(shown[index] === alone));
    });
  });
  return make('div', { class: 'legend', role: 'group', 'aria-label': 'Networks' }, [
    all,
    ...buttons,
  ]);
}
