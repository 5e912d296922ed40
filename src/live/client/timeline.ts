import { element, escapeXml, textWidth } from '../../report/chart/svg.js';
import { ofVariant } from '../../report/page/client/drawing.js';
import { scaleOver } from '../../report/page/client/scale.js';
import type { PageData } from '../../report/page/data.js';
import { counted, figure } from '../../results/wording.js';
import type { LiveRun, LiveState } from '../data.js';

/** More blocks than this cost time and tell no more. */
const MOST_BLOCKS = 400;
const LEFT = 76;
const FOOT = 44;

/** Which thread trains what and when: a lane a thread, a block a run; the latest where they are many. */
export function drawTimeline(
  place: HTMLElement,
  { variants }: PageData,
  state: LiveState,
  threads: number,
): void {
  const begun = [...state.runs.values()].filter(({ workers }) => workers.length > 0);
  begun.sort((a, b) => a.startMs - b.startMs);
  const shown = begun.slice(-MOST_BLOCKS);
  // A thread that was replaced has a lane of its own.
  const lanes = shown.reduce((most, { workers }) => Math.max(most, ...workers.map(next)), threads);
  const lane = Math.min(26, Math.max(5, Math.floor(480 / lanes)));
  const width = Math.max(280, place.clientWidth);
  const bottom = lane * lanes + 4;
  const from = shown.length < begun.length ? shown[0].startMs : 0;
  const end = Math.max(state.status.ms, ...shown.map(({ endMs = 0 }) => endMs), from + 1);
  const x = (ms: number) => LEFT + ((ms - from) / (end - from)) * (width - LEFT - 8);
  const every = Math.ceil(14 / lane);
  const rows = Array.from({ length: lanes }, (_, worker) => {
    const y = worker * lane + 4;
    const ground = { class: 'lane', x: LEFT, y, width: width - LEFT - 8, height: lane - 2 };
    const name =
      worker % every === 0 ? label(LEFT - 8, y + lane / 2 + 3, `worker ${worker}`, 'end') : '';
    return element('rect', ground) + name;
  });
  const blocks = shown.flatMap((run) => {
    const left = x(run.startMs);
    const size = Math.max(1, x(run.endMs ?? end) - left - 0.5);
    return run.workers.map((worker) => {
      const y = worker * lane + 5;
      const words = element('title', {}, escapeXml(wordsOf(run, variants[run.variant].label)));
      const isOpen = run.endMs === undefined;
      const shape = { class: isOpen ? 'block open' : 'block', x: left, y, width: size };
      const rect = element('rect', { ...shape, height: lane - 4 }, words);
      const name = variants[run.variant].label;
      const fits = lane >= 14 && textWidth(name, 10) + 8 < size;
      const caption = fits
        ? element('text', { class: 'name', x: left + 4, y: y + lane / 2 + 1 }, escapeXml(name))
        : '';
      return element('g', ofVariant(run.variant), [rect, caption]);
    });
  });
  const isLong = end >= 5000;
  const unit = isLong ? 1000 : 1;
  const scale = scaleOver([from / unit, end / unit], false, [x(from), x(end)], width < 500 ? 4 : 8);
  const ticks = scale.ticks
    .filter(({ value }) => value * unit >= from && value * unit <= end)
    .map(({ value, label: words }) => {
      const at = x(value * unit);
      return (
        element('path', { class: 'axis', d: `M${at.toFixed(1)} ${bottom}v5` }) +
        label(at, bottom + 18, words, 'middle')
      );
    });
  const title = label(
    (LEFT + width) / 2,
    bottom + 36,
    `time since the start of the sweep (${isLong ? 's' : 'ms'})`,
    'middle',
  );
  const words = `Timeline of ${counted(lanes, 'thread')}: ${counted(begun.length, 'training')} begun`;
  const size = `viewBox="0 0 ${width} ${bottom + FOOT}" height="${bottom + FOOT}"`;
  place.innerHTML = `<svg ${size} role="img" aria-label="${words}">${[...rows, ...blocks, ...ticks, title].join('')}</svg>`;
}

const next = (worker: number) => worker + 1;

function wordsOf({ seed, fold, startMs, endMs, status }: LiveRun, name: string): string {
  const run = `${name}, seed ${seed}${fold === undefined ? '' : `, fold ${fold}`}`;
  const to = endMs === undefined ? 'now' : `${figure(endMs)} ms`;
  return `${run}: ${figure(startMs)} ms to ${to}, ${status}`;
}

function label(x: number, y: number, markup: string, anchor: string): string {
  return element('text', { x, y, 'text-anchor': anchor }, markup);
}
