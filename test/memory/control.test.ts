import { expect, it } from 'vitest';
import { Control, controlBytes, TRIAL } from '../../src/memory/control.js';

it('keeps the words of trials and slabs apart', () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  const control = new Control(memory, 64, 3, 2);
  control.start(0, 11, 1);
  control.start(2, 12, 0);
  control.announce(2, 40, 5);
  control.end(0, TRIAL.diverged);
  control.beat(1);
  control.beat(1);
  expect([0, 1, 2].map((t) => control.state(t))).toEqual([
    TRIAL.diverged,
    TRIAL.waiting,
    TRIAL.running,
  ]);
  expect([0, 1, 2].map((t) => control.points(t))).toEqual([0, 0, 5]);
  expect([0, 1, 2].map((t) => control.epoch(t))).toEqual([0, 0, 40]);
  expect([0, 1, 2].map((t) => control.worker(t))).toEqual([11, 0, 12]);
  expect([control.heartbeat(0), control.heartbeat(1), control.cancelled]).toEqual([0, 2, false]);
  expect(control.times(1)).toEqual({ start: 0, end: 0 });
  expect(control.times(0).end).toBeGreaterThanOrEqual(control.times(0).start);
  expect([control.trialIn(0), control.trialIn(1)]).toEqual([2, 0]);
  expect([control.claim(), control.claim(), control.claimed]).toEqual([0, 1, 2]);
  control.cancel();
  expect(control.cancelled).toBe(true);
  const beyond = new Uint8Array(memory.buffer, 64 + controlBytes(3, 2));
  expect(beyond.every((byte) => byte === 0)).toBe(true);
});
