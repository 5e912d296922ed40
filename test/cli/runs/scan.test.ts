import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scanRuns } from '../../../src/cli/runs/scan.js';
import { lanewise, SMALL, workFolder } from '../harness.js';

/** A folder with the runs of two sweeps. */
async function twoRuns() {
  const cwd = workFolder();
  for (const name of ['one', 'two']) {
    await lanewise(['sweep', ...SMALL, '--name', name, '--quiet'], { cwd });
  }
  const runs = join(cwd, 'runs');
  const { runs: found } = await scanRuns(runs);
  const [one, two] = ['one', 'two'].map((name) => found.find((each) => each.record.name === name)!);
  return { runs, one, two };
}

const names = (found: { record: { folder: string } }[]) =>
  found.map(({ record }) => record.folder).sort();

describe('a folder of runs', () => {
  test('is listed the same with its journal and without', async () => {
    const { runs, one, two } = await twoRuns();
    expect(one.record).toMatchObject({ name: 'one', lanewise: '0.1.0', seeds: 2, variants: 2 });
    expect(one.record.folder).toBe(`one-${one.record.configHash}`);
    rmSync(join(runs, 'journal.ndjson'));
    const again = await scanRuns(runs);
    expect(again).toMatchObject({ skippedLines: 0, skippedFolders: [] });
    expect(again.runs).toHaveLength(2);
    expect(again.runs).toEqual(expect.arrayContaining([one, two]));
  });

  test('knows a run by its bytes: moved, copied, deleted', async () => {
    const { runs, one, two } = await twoRuns();
    cpSync(one.path, join(runs, 'copy'), { recursive: true });
    renameSync(two.path, join(runs, 'moved'));
    // Only the journal can tell them now.
    for (const folder of ['copy', 'moved']) rmSync(join(runs, folder, 'manifest.json'));
    const found = await scanRuns(runs);
    const there = found.runs.filter(({ isThere }) => isThere);
    expect(names(there)).toEqual(['copy', 'moved', one.record.folder]);
    const moved = there.find(({ record }) => record.folder === 'moved')!;
    expect(moved.record).toEqual({ ...two.record, folder: 'moved' });
    const gone = found.runs.filter(({ isThere }) => !isThere);
    expect(gone).toEqual([{ ...two, isThere: false }]);
  });

  test('lists an edited run by what it says now', async () => {
    const { runs, one } = await twoRuns();
    const file = join(one.path, 'results.json');
    const results = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...results, name: 'edited' }));
    const { runs: found } = await scanRuns(runs);
    expect(found.map(({ record }) => record.name).sort()).toEqual(['edited', 'two']);
  });

  test('passes by what is no run', async () => {
    const { runs } = await twoRuns();
    mkdirSync(join(runs, 'unfinished'));
    const foreign = { schema: '{"schema":"other"}', cut: '{"schema":', empty: '', odd: '[]' };
    const partial = { partial: '{"schema":"lanewise/results@1"}' };
    for (const [name, text] of Object.entries({ ...foreign, ...partial })) {
      mkdirSync(join(runs, name));
      writeFileSync(join(runs, name, 'results.json'), text);
    }
    const found = await scanRuns(runs);
    expect(found.runs).toHaveLength(2);
    expect(found.skippedFolders).toHaveLength(5);
  });

  test('may be the folder of one run', async () => {
    const { one } = await twoRuns();
    const { runs } = await scanRuns(one.path);
    expect(runs).toEqual([one]);
  });
});
