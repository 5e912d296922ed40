import { describe, expect, it } from 'vitest';
import { inspectionFiles } from '../../src/report/inspection-files.js';
import { checkFigures } from './check-figures.js';
import { INSPECTIONS } from './inspections.js';
import { HOSTILE } from './sweeps.js';

/** Drawn once: of noise that takes a while. */
const drawn = new Map<string, [path: string, text: string][]>();
function filesOf(key: string): [path: string, text: string][] {
  const files = drawn.get(key) ?? inspectionFiles({ name: HOSTILE }, INSPECTIONS[key]());
  drawn.set(key, files);
  return files;
}
const namesOf = (key: string) => filesOf(key).map(([path]) => path);

describe.each(Object.keys(INSPECTIONS))('every figure of %s', (key) => {
  checkFigures(() => filesOf(key).slice(1));

  it('takes less than 150 KB', () => {
    for (const [path, source] of filesOf(key).slice(1)) {
      expect(Buffer.byteLength(source), path).toBeLessThan(150_000);
    }
  });

  it('is the same when its inspection was read back', () => {
    const [[, text], ...figures] = filesOf(key);
    expect(inspectionFiles({ name: HOSTILE }, JSON.parse(text)).slice(1)).toEqual(figures);
  });
});

describe('inspectionFiles', () => {
  it('has the figures that say something', () => {
    expect(namesOf('three classes')).toEqual(['inspection.json', 'figures/decision-boundary.svg']);
    expect(namesOf('quantities of two inputs').slice(1)).toEqual([
      'figures/decision-boundary.svg',
      'figures/predicted-vs-true.svg',
    ]);
    expect(namesOf('images of writing').slice(1)).toEqual([
      'figures/misread.svg',
      'figures/first-layer.svg',
    ]);
    expect(namesOf('no misread image')).toEqual(['inspection.json']);
  });
});
