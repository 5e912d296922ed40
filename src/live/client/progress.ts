import { make } from '../../report/page/client/dom.js';
import type { PageData } from '../../report/page/data.js';
import { figure, percent } from '../../results/wording.js';
import type { LiveRun, LiveState, LiveStatus } from '../data.js';
import { lostWords } from './table.js';

/** Lines of runs in training, as in a terminal. */
const MOST_LINES = 16;
/** A screen reader is told no more often. */
const NEWS_MS = 15_000;

const WORDS: Record<LiveStatus['phase'], string> = {
  training: 'Training',
  stopping: 'Stopping',
  writing: 'Writing the results',
};

let toldAt = Number.NEGATIVE_INFINITY;
let told = '';

/** The state of the whole, and the runs in training. */
export function showProgress(data: PageData, { status, runs }: LiveState): void {
  const { phase, done, words, finished } = status;
  const isTraining = phase === 'training';
  const share = `${Math.floor(100 * done)} %`;
  const head = isTraining ? `${WORDS[phase]}: ${share}` : WORDS[phase];
  byId('headline').textContent = head;
  document.title = document.title.replace(/^(\d+ % · )?/, isTraining ? `${share} · ` : '');
  const bar = byId('bar');
  const filled = (bar.firstElementChild as HTMLElement | null) ?? bar.appendChild(make('div'));
  filled.style.width = `${100 * done}%`;
  byId('totals').textContent = words;
  byId('lost').textContent = lostWords(runs.values());
  const training = [...runs.values()].filter((run) => run.status === 'training');
  const shown = training.slice(0, MOST_LINES).map((run) => make('li', {}, [lineOf(data, run)]));
  if (training.length > shown.length)
    shown.push(make('li', {}, [`… and ${training.length - shown.length} more`]));
  byId('active').replaceChildren(...(phase === 'writing' ? [] : shown));
  tell(isTraining ? head : WORDS[phase], `${head}, ${finished} runs finished`, isTraining);
}

/** Says something that is not in the events, in place of the state. */
export function showInstead(words: string): void {
  byId('headline').textContent = words;
  byId('active').replaceChildren();
  byId('stop').replaceChildren();
  byId('news').textContent = words;
}

/** Aloud: what is new at once, how far it is now and then. */
function tell(kind: string, words: string, isFrequent: boolean): void {
  const now = performance.now();
  if (isFrequent ? now < toldAt + NEWS_MS : kind === told) return;
  toldAt = now;
  told = kind;
  byId('news').textContent = words;
}

function lineOf({ variants, measures }: PageData, run: LiveRun): string {
  const { variant, seed, fold, epoch, epochs, finals } = run;
  const name = `${variants[variant].label} seed ${seed}${fold === undefined ? '' : ` fold ${fold}`}`;
  const { loss, accuracy } = finals;
  const right = measures[0].isShare && accuracy ? ` · test accuracy ${percent(accuracy.test)}` : '';
  const losses = `training loss ${figure(loss?.train)} · test loss ${figure(loss?.test)}`;
  return `${name} · epoch ${epoch} of ${epochs} · ${losses}${right}`;
}

function byId(id: string): HTMLElement {
  return document.getElementById(id)!;
}
