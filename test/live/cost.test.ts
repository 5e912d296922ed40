import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

it('is quoted in the docs as it was measured', () => {
  const { pairs, trainMs, train, cpuTime, pageShare } = JSON.parse(
    read('bench/results/serve.json'),
  );
  const words = read('docs/live.md');
  const of = ({ mean, low, high }: typeof train, unit = '') =>
    `${mean}${unit} (${low}${unit} to ${high}${unit})`;
  const percent = (share: number) => Number((100 * share).toFixed(2));
  const [mean, low, high] = [pageShare.mean, pageShare.low, pageShare.high].map(percent);
  expect(words).toContain(`${pairs} pairs, ${trainMs.toLocaleString('en')} ms`);
  expect(words).toContain(`| training time | ${of(train)} |`);
  expect(words).toContain(`included | ${of(cpuTime)} |`);
  expect(words).toContain(of({ mean, low, high }, ' %'));
  expect(pairs).toBeGreaterThanOrEqual(10);
  expect(train.high).toBeLessThan(1.02);
});
