import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveBlock } from '../../../src/cli/progress/live-block.js';

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => vi.useRealTimers());

function screen(columns = 40) {
  const written: string[] = [];
  const stream = { columns, rows: 10, writable: true, write: (text: string) => written.push(text) };
  return { written, stream: stream as unknown as NodeJS.WriteStream };
}

test('draws over what it drew, and clears it', () => {
  const { written, stream } = screen();
  const block = new LiveBlock(stream, false);
  block.draw(() => ['one', 'two']);
  vi.advanceTimersByTime(100);
  block.draw(() => ['three']);
  block.clear();
  block.clear();
  expect(written).toEqual([
    'one\u001b[K\ntwo\u001b[K\n\u001b[J',
    '\u001b[2A\rthree\u001b[K\n\u001b[J',
    '\u001b[1A\r\u001b[2K\n\u001b[1A\r',
  ]);
});

test('at most ten times a second', () => {
  const { written, stream } = screen();
  const block = new LiveBlock(stream, false);
  for (let ms = 0; ms < 1000; ms += 10) {
    block.draw(() => ['x']);
    vi.advanceTimersByTime(10);
  }
  expect(written.length).toBeGreaterThan(8);
  expect(written.length).toBeLessThanOrEqual(11);
});

test('finds its first line again in a terminal that became narrower', () => {
  const { written, stream } = screen(40);
  const block = new LiveBlock(stream, false);
  block.draw(() => ['x'.repeat(39)]);
  Object.assign(stream, { columns: 20 });
  block.clear();
  expect(written[1].startsWith('\u001b[2A\r')).toBe(true);
});

test('pale where colours are welcome', () => {
  const { written, stream } = screen();
  new LiveBlock(stream, true).draw(() => ['x']);
  expect(written[0]).toContain('\u001b[2mx\u001b[22m');
});
