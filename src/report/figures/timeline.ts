import type { Manifest, ManifestTrial } from '../../results/manifest.js';
import type { Results } from '../../results/schema.js';
import { counted, figure } from '../../results/wording.js';
import { type Plot, xAxis } from '../chart/axis.js';
import { EDGE, HEAD, renderFigure } from '../chart/frame.js';
import { seriesKey } from '../chart/key.js';
import { ink, seriesColour } from '../chart/palette.js';
import { linearScale, type Scale } from '../chart/scale.js';
import { element, escapeXml, text, textWidth } from '../chart/svg.js';
import { linearTicks } from '../chart/ticks.js';

const WIDTH = 900;
const LEFT = 84;
const TALLEST = 720;

/** Which worker trained what and when: a lane per worker, a block per run. */
export function timeline(results: Results, manifest: Manifest): string {
  const lane = Math.min(30, Math.max(4, Math.floor(TALLEST / manifest.threads)));
  const width = WIDTH - LEFT - EDGE;
  const plot: Plot = { left: LEFT, top: HEAD + 6, width, height: lane * manifest.threads };
  const end = manifest.trials.reduce((last, trial) => Math.max(last, trial.endMs), 0);
  const inSeconds = end >= 5000;
  const unit = inSeconds ? 1000 : 1;
  const x = linearScale(0, Math.max(end, 1) / unit, [plot.left, plot.left + plot.width]);
  const series = new Map(results.variants.map(({ id }, index) => [id, index]));
  const keyTop = plot.top + plot.height + 62;
  const key = seriesKey(EDGE, keyTop, WIDTH - 2 * EDGE, [...series.keys()]);
  return renderFigure({
    name: 'timeline',
    title: `Who trained what, and when: ${results.name}`,
    subtitle: subtitle(manifest),
    description: description(manifest),
    width: WIDTH,
    height: keyTop + key.height,
    series: series.size,
    body: [
      lanes(plot, lane, manifest.threads),
      ...manifest.trials.map((trial) => block(trial, series, plot, lane, x, unit)),
      xAxis(plot, x, linearTicks(0, x.high, 8), {
        labels: true,
        title: `time since the start of the sweep (${inSeconds ? 's' : 'ms'})`,
      }),
      key.markup,
    ],
    notes: [],
  });
}

function subtitle({ threads, trials, parallelEfficiency, samplesPerSecond }: Manifest): string {
  return [
    `${counted(trials.length, 'run')} on ${counted(threads, 'thread')}`,
    `${Math.round(parallelEfficiency * 100)} % busy while training`,
    `${millions(samplesPerSecond)} samples per second`,
  ].join('; ');
}

function millions(value: number): string {
  return value >= 1e6 ? `${figure(value / 1e6)} million` : figure(value);
}

function lanes(plot: Plot, lane: number, threads: number): string {
  const every = Math.ceil(13 / lane);
  const rows: string[] = [];
  for (let worker = 0; worker < threads; worker++) {
    const y = plot.top + worker * lane;
    const ground = { x: plot.left, y: y + 1, width: plot.width, height: lane - 2 };
    rows.push(element('rect', { ...ink('grid'), fill: 'none', 'stroke-width': '0.5', ...ground }));
    if (worker % every === 0) {
      const place = { ...ink('dim'), 'text-anchor': 'end', 'font-size': '10' };
      rows.push(text(plot.left - 8, y + lane / 2 + 3.5, `worker ${worker}`, place));
    }
  }
  return rows.join('');
}

/** The block of a run in the lane of each of its workers, with its name where there is room. */
function block(
  trial: ManifestTrial,
  series: ReadonlyMap<string, number>,
  plot: Plot,
  lane: number,
  x: Scale,
  unit: number,
): string {
  const left = x(trial.startMs / unit);
  const width = Math.max(0.5, x(trial.endMs / unit) - left - 0.4);
  const name = `${trial.variant}, seed ${trial.seed}`;
  const title = `${name}: ${figure(trial.startMs)} to ${figure(trial.endMs)} ms`;
  const index = series.get(trial.variant) ?? 0;
  return trial.workers
    .map((worker) => {
      const y = plot.top + worker * lane + 2;
      const shape = { x: left, y, width, height: Math.max(1, lane - 4) };
      const rect = element('rect', { ...shape, ...BLOCK }, element('title', {}, escapeXml(title)));
      return (
        element('g', seriesColour(index, series.size), rect) +
        blockName(trial.variant, left, y + lane / 2 + 1.5, width, lane)
      );
    })
    .join('');
}

const BLOCK = { stroke: 'none', 'fill-opacity': '0.45' };

function blockName(name: string, left: number, y: number, width: number, lane: number): string {
  if (lane < 14 || textWidth(name, 9) + 6 > width) return '';
  return text(left + 4, y, escapeXml(name), { 'font-size': '9' });
}

function description({ trials, threads }: Manifest): string {
  const perWorker = Array.from({ length: threads }, (_, worker) => {
    const own = trials.filter((trial) => trial.workers.includes(worker));
    const busy = own.reduce((sum, trial) => sum + trial.endMs - trial.startMs, 0);
    return `worker ${worker}: ${counted(own.length, 'run')}, ${figure(busy)} ms`;
  });
  return `${perWorker.join('; ')}.`;
}
