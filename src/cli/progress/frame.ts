import type { ActiveRun, SweepEvent } from '../../events.js';
import { figure, percent, runName } from '../../results/wording.js';
import { bar, duration, fitted, scaled } from './format.js';

export type ProgressEvent = Extract<SweepEvent, { type: 'progress' }>;

const MOST_RUNS = 16;

/**
 * The lines of the live block: one per running network, then the whole sweep. No line is longer
 * than `columns`, and there are at most `rows` of them.
 */
export function frame(event: ProgressEvent, columns: number, rows: number): string[] {
  const most = Math.max(0, Math.min(MOST_RUNS, rows - 3));
  const shown = event.active.slice(0, most);
  const hidden = event.active.length - shown.length;
  const names = shown.map(runName);
  const width = Math.max(0, ...names.map((name) => name.length));
  const lines = shown.map((run, i) => runLine(run, names[i].padEnd(width), columns));
  if (hidden > 0 && most > 0) lines.push(`… and ${hidden} more`);
  lines.push(totals(event));
  return lines.map((line) => fitted(line, columns));
}

function runLine(run: ActiveRun, name: string, columns: number): string {
  const epochs = `${String(run.epoch).padStart(String(run.epochs).length)}/${run.epochs}`;
  const losses = `train ${figure(run.train).padEnd(8)} test ${figure(run.test)}`;
  const answers = run.accuracy === undefined ? '' : ` ${percent(run.accuracy)}`;
  const room = columns - name.length - epochs.length - losses.length - 8;
  const share = run.epochs === 0 ? 0 : run.epoch / run.epochs;
  const drawn = room >= 5 ? `${bar(share, Math.min(24, room))}  ` : '';
  const line = `${name}  ${drawn}${epochs}  ${losses}`;
  const longer = `${line.padEnd(line.length + Math.max(0, 8 - figure(run.test).length))}${answers}`;
  return longer.length <= columns ? longer.trimEnd() : line;
}

/** The line on the whole sweep. */
export function totals({ finished, runs, ms, done, samples }: ProgressEvent): string {
  const left = done > 0.01 ? `ETA ${duration((ms * (1 - done)) / done)}` : 'ETA –';
  const rate = `${scaled(samples / (ms / 1000))} samples/s`;
  return `${finished}/${runs} runs · ${duration(ms)} · ${left} · ${rate}`;
}
