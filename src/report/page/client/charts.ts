import type { PageData } from '../data.js';
import { chartElement } from './chart.js';
import { curveChart } from './curve-chart.js';
import { check, choice, make } from './dom.js';
import { finalChart } from './final-chart.js';
import { legend } from './legend.js';
import { storeOf } from './view.js';

/**
 * The charts of the page, their switches, and the networks to choose from.
 *
 * @returns what draws them again when values of `data` have changed.
 */
export function drawCharts(data: PageData): () => void {
  if (data.measures.length === 0 || data.sets.length === 0) return () => {};
  const store = storeOf(data);
  const pick = (variant: number) => {
    store.change({ alone: store.view.alone === variant ? undefined : variant });
  };
  const leave = () => store.change({ alone: undefined });
  const yChoice = () =>
    choice('values', ['logarithmic', 'linear'], store.view.isLog.y ? 0 : 1, (at) => {
      store.change({ isLog: { ...store.view.isLog, y: at === 0 } });
    });
  let values = yChoice();
  const measure = choice(
    'measure',
    data.measures.map(({ title }) => title),
    0,
    (at) => {
      store.change({ measure: at, isLog: { ...store.view.isLog, y: data.measures[at].isLog } });
      const renewed = yChoice();
      values.replaceWith(renewed);
      values = renewed;
    },
  );
  const runs = choice('runs as', ['bands', 'seeds'], 0, (at) => store.change({ bySeed: at === 1 }));
  const toolbar = make('div', { class: 'toolbar' }, [
    ...(data.measures.length > 1 ? [measure] : []),
    values,
    runs,
    make('fieldset', { class: 'choice sets' }, [
      make('legend', {}, ['rows']),
      ...data.sets.map((set) =>
        check(set, true, { class: `set ${set}` }, (isOn) => {
          const wanted = data.sets.filter((each) =>
            each === set ? isOn : store.view.sets.includes(each),
          );
          store.change({ sets: wanted });
        }),
      ),
    ]),
  ]);
  const finals = chartElement(
    (width) => finalChart(data, store.view, width),
    axisControls(data, store),
    pick,
    leave,
  );
  const hasCurves = data.measures.some(({ curves }) => curves && curves.length > 0);
  const epochs = choice('epochs', ['linear', 'logarithmic'], data.epochs.isLog ? 1 : 0, (at) => {
    store.change({ isLog: { ...store.view.isLog, epochs: at === 1 } });
  });
  const curves = chartElement(
    (width) => curveChart(data, store.view, width),
    [epochs],
    pick,
    leave,
  );
  const shown = hasCurves ? [finals, curves] : [finals];
  const place = document.getElementById('charts')!;
  place.append(
    toolbar,
    make(
      'div',
      { class: 'pair' },
      shown.map(({ figure }) => figure),
    ),
    legend(data, store, pick, leave),
  );
  colourRules(data);
  store.onChange(() => {
    for (const chart of shown) chart.refresh();
    markRows(store.view.alone);
  });
  for (const chart of shown) chart.refresh();
  linkRows(pick);
  return () => {
    for (const chart of shown) chart.refresh(true);
  };
}

function axisControls(data: PageData, store: ReturnType<typeof storeOf>): HTMLElement[] {
  const scale = () => {
    const { kind, at } = data.axes[store.view.axis];
    const canLog = kind !== 'categories' && at.every((value) => value === null || value > 0);
    const control = choice('axis', ['logarithmic', 'linear'], store.view.isLog.x ? 0 : 1, (to) => {
      store.change({ isLog: { ...store.view.isLog, x: to === 0 } });
    });
    control.hidden = !canLog;
    return control;
  };
  let axis = scale();
  if (data.axes.length === 1) return [axis];
  const select = make(
    'select',
    { 'aria-label': 'axis of the final values' },
    data.axes.map(({ title }, at) => make('option', { value: at }, [title])),
  );
  select.addEventListener('change', () => {
    const at = Number(select.value);
    const x = data.axes[at].kind === 'logarithmic';
    store.change({ axis: at, isLog: { ...store.view.isLog, x } });
    const renewed = scale();
    axis.replaceWith(renewed);
    axis = renewed;
  });
  return [make('label', { class: 'along' }, ['against ', select]), axis];
}

/** The colours of the variants, as rules: a policy forbids them in the markup. */
function colourRules({ variants }: PageData): void {
  const sheet = document.styleSheets[0];
  variants.forEach(({ colours: [light, dark] }, at) => {
    sheet.insertRule(`.v${at}{--light:${light};--dark:${dark}}`, sheet.cssRules.length);
  });
}

/** A name in the table chooses its network, too. */
function linkRows(pick: (variant: number) => void): void {
  for (const row of document.querySelectorAll<HTMLElement>('tr[data-variant]')) {
    const cell = row.firstElementChild!;
    const button = make('button', { type: 'button', class: 'pick' }, [...cell.childNodes]);
    button.addEventListener('click', () => pick(Number(row.dataset.variant)));
    cell.replaceChildren(button);
  }
}

function markRows(alone: number | undefined): void {
  for (const row of document.querySelectorAll<HTMLElement>('tr[data-variant]')) {
    const isAlone = Number(row.dataset.variant) === alone;
    row.classList.toggle('alone', isAlone);
    row.querySelector('.pick')?.setAttribute('aria-pressed', String(isAlone));
  }
}
