/** The script of the page of a sweep that trains. */
import { drawCharts } from '../../report/page/client/charts.js';
import { sortTables } from '../../report/page/client/table.js';
import { chooseTheme } from '../../report/page/client/theme.js';
import type { PageData } from '../../report/page/data.js';
import { applyUpdate, emptyState, type LivePlan, type LiveRun, type LiveUpdate } from '../data.js';
import { fillVariant } from './fill.js';
import { showInstead, showProgress } from './progress.js';
import { offerStop } from './stop.js';
import { fillRow } from './table.js';
import { drawTimeline } from './timeline.js';

/** Attempts to reach a sweep that does not answer. */
const MOST_FAILURES = 5;

const read = <T>(id: string) => JSON.parse(document.getElementById(id)!.textContent!) as T;
const data = read<PageData>('data');
const plan = read<LivePlan>('plan');
let state = emptyState(0);
/** Variants of which there is something new. */
const changed = new Set<number>();
let isDue = false;

document.documentElement.classList.add('scripted');
chooseTheme(document.getElementById('theme')!);
const rows = [...document.querySelectorAll<HTMLTableRowElement>('tr[data-variant]')];
sortTables();
take(read<LiveUpdate>('state'));
for (const variant of rows.keys()) changed.add(variant);
fill();
const redrawCharts = drawCharts(data);
show();
listen();
document.addEventListener('visibilitychange', later);
new ResizeObserver(later).observe(document.getElementById('timeline')!);

function listen(): void {
  const source = new EventSource('events');
  const on = (name: string, then: (text: string) => void) =>
    source.addEventListener(name, (event) => then((event as MessageEvent<string>).data));
  let failures = 0;
  on('state', (text) => {
    failures = 0;
    offerStop(document.getElementById('stop')!, showInstead);
    state = emptyState(0);
    take(JSON.parse(text));
  });
  on('update', (text) => take(JSON.parse(text)));
  on('report', () => {
    source.close();
    location.reload();
  });
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.OPEN) return;
    showInstead('No connection: the sweep has ended, or was ended.');
    failures++;
    if (failures >= MOST_FAILURES) source.close();
  });
}

function take(update: LiveUpdate): void {
  applyUpdate(state, update);
  for (const [, { variant }] of update.runs) changed.add(variant);
  later();
}

/** Draws once, when the screen is drawn; a page that nobody sees waits until somebody does. */
function later(): void {
  if (isDue || document.hidden) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    fill();
    show();
  });
}

/** Brings the data of the charts, and the table, up to the state. */
function fill(): void {
  if (changed.size === 0) return;
  const own = new Map<number, LiveRun[]>([...changed].map((variant) => [variant, []]));
  for (const run of state.runs.values()) own.get(run.variant)?.push(run);
  for (const [variant, runs] of own) {
    fillVariant(data, plan, variant, runs);
    fillRow(rows[variant], data, plan, variant, runs);
  }
  changed.clear();
}

function show(): void {
  redrawCharts();
  drawTimeline(document.getElementById('timeline')!, data, state, plan.threads);
  showProgress(data, state);
}
