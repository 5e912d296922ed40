import { expect, it } from 'vitest';
import { EventQueue } from '../src/event-queue.js';

it('delivers in order, also what was pushed while the reader was busy', async () => {
  const queue = new EventQueue<number>();
  const seen: number[] = [];
  const reader = (async () => {
    for await (const item of queue) {
      seen.push(item);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  })();
  for (let i = 0; i < 5; i++) queue.push(i);
  await new Promise((resolve) => setTimeout(resolve, 20));
  queue.push(5);
  queue.close();
  await reader;
  expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
});

it('keeps nothing for a reader that never comes', async () => {
  const queue = new EventQueue<number>();
  queue.push(1);
  queue.close();
  const seen: number[] = [];
  for await (const item of queue) seen.push(item);
  expect(seen).toEqual([]);
});
