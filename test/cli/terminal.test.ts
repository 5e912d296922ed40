import { expect, test } from 'vitest';
import { canColour, canRedraw } from '../../src/cli/terminal.js';

const terminal = { isTTY: true } as NodeJS.WriteStream;
const pipe = {} as NodeJS.WriteStream;

test.each([
  [terminal, {}, true, true],
  [terminal, { NO_COLOR: '1' }, true, false],
  [terminal, { NO_COLOR: '' }, true, true],
  [terminal, { TERM: 'dumb' }, false, false],
  [terminal, { CI: 'true' }, false, false],
  [terminal, { CI: 'false' }, true, true],
  [pipe, {}, false, false],
] as const)('%# of terminals', (stream, env, redraw, colour) => {
  expect(canRedraw(stream, env)).toBe(redraw);
  expect(canColour(stream, env)).toBe(colour);
});
