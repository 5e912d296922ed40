import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFixture } from './oracles/check.js';
import type { Fixture } from './oracles/fixture.js';

const FOLDER = new URL('./fixtures/pytorch/', import.meta.url);
const fixtures = readdirSync(FOLDER).map(
  (file): Fixture => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')),
);

describe.each(['wasm', 'js'] as const)('PyTorch fixtures, %s', (backend) => {
  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
    const comparisons = await checkFixture(fixture, backend);
    expect(comparisons.length).toBeGreaterThanOrEqual(3);
    for (const { key, deviation, limit } of comparisons) {
      expect(deviation, key).toBeLessThanOrEqual(limit);
    }
  });
});
