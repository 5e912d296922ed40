import { printable } from '../../config/text.js';
import type { SweepEvent } from '../../events.js';
import type { RunRecord } from '../../results/schema.js';
import { figure, percent, runName } from '../../results/wording.js';
import { canColour, canRedraw, write } from '../terminal.js';
import { frame } from './frame.js';
import { LiveBlock } from './live-block.js';

/** Tells on stderr how a sweep goes. */
export interface Reporter {
  event(event: SweepEvent): void;
  /** The share of a file that is read. */
  reading(fraction: number): void;
  /** A line that stays, even of one that is quiet. */
  say(line: string): void;
  /** Before anything else is printed, however the sweep ended. */
  close(): void;
}

/** A live block in a terminal, a line per finished run elsewhere, silence if `quiet`. */
export function createReporter(quiet: boolean, env: NodeJS.ProcessEnv): Reporter {
  const { stderr } = process;
  const say = (line: string) => write(stderr, `${line}\n`);
  if (quiet) return { event: () => {}, reading: () => {}, say, close: () => {} };
  if (!canRedraw(stderr, env)) return lineReporter(stderr);
  return liveReporter(stderr, canColour(stderr, env));
}

function liveReporter(stream: NodeJS.WriteStream, dim: boolean): Reporter {
  const block = new LiveBlock(stream, dim);
  return {
    event(event) {
      if (event.type === 'progress') block.draw(() => frame(event, block.columns, block.rows));
      // Runs that went wrong are worth a line that stays.
      if (event.type !== 'run-end' || event.run.status === 'done') return;
      if (event.run.status === 'interrupted') return;
      block.clear();
      write(stream, `${runWords(event.run)}\n`);
    },
    reading: patiently(FRAME_MS, (percent) => block.draw(() => [`reading ${percent} %`])),
    say(line) {
      block.clear();
      write(stream, `${line}\n`);
    },
    close: () => block.clear(),
  };
}

function lineReporter(stream: NodeJS.WriteStream): Reporter {
  return {
    event(event) {
      if (event.type !== 'run-end' || event.run.status === 'interrupted') return;
      const count = String(event.finished).padStart(String(event.runs).length);
      write(stream, `${count}/${event.runs} ${runWords(event.run)}\n`);
    },
    reading: patiently(LINE_MS, (percent) => write(stream, `reading ${percent} %\n`)),
    say: (line) => write(stream, `${line}\n`),
    close: () => {},
  };
}

const FRAME_MS = 100;
const LINE_MS = 2000;

/** Tells the percentage no more often than every `ms`, and not before: most files are read by then. */
function patiently(ms: number, tell: (percent: number) => void): (fraction: number) => void {
  let last = performance.now();
  return (fraction) => {
    if (performance.now() - last < ms) return;
    last = performance.now();
    tell(Math.floor(100 * fraction));
  };
}

function runWords(run: RunRecord): string {
  const { status, reason, final, metrics } = run;
  const name = runName(run);
  if (status === 'done') {
    const answers = metrics.accuracy ? ` (${percent(metrics.accuracy.final.test)})` : '';
    return `${name}: train ${figure(final.train)}, test ${figure(final.test)}${answers}`;
  }
  return `${name}: ${status}${reason === undefined ? '' : ` (${printable(reason)})`}`;
}
