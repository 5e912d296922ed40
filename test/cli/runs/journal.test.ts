import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendRecord, isKept, readJournal } from '../../../src/cli/runs/journal.js';
import { readRecord } from '../../../src/cli/runs/record.js';
import { workFolder } from '../harness.js';
import { sampleRecord } from './sample-record.js';

const runsFolder = () => {
  const cwd = workFolder();
  mkdirSync(join(cwd, 'runs'));
  return join(cwd, 'runs');
};
const fileIn = (runs: string) => join(runs, 'journal.ndjson');

describe('the journal', () => {
  test('gets a line a run, which reads as it was written', async () => {
    const runs = runsFolder();
    const records = ['a', 'b', 'c'].map((folder) => sampleRecord({ folder }));
    for (const record of records) await appendRecord(join(runs, record.folder), record);
    expect(await readJournal(runs)).toEqual({ records, skipped: 0 });
    const lines = readFileSync(fileIn(runs), 'utf8').split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line).folder)).toEqual(['a', 'b', 'c']);
    expect(readdirSync(runs)).toEqual(['journal.ndjson']);
  });

  test('keeps every line of sweeps that end at once', async () => {
    const runs = runsFolder();
    const records = Array.from({ length: 60 }, (_, i) => sampleRecord({ folder: `run ${i}` }));
    await Promise.all(records.map((record) => appendRecord(join(runs, record.folder), record)));
    const found = await readJournal(runs);
    expect(found.skipped).toBe(0);
    expect(new Set(found.records.map(({ folder }) => folder)).size).toBe(60);
  });

  test('goes on after a line that a crash has cut', async () => {
    const runs = runsFolder();
    const [first, second] = [sampleRecord({ folder: 'a' }), sampleRecord({ folder: 'b' })];
    await appendRecord(join(runs, 'a'), first);
    appendFileSync(fileIn(runs), JSON.stringify(first).slice(0, 100));
    await appendRecord(join(runs, 'b'), second);
    expect(await readJournal(runs)).toEqual({ records: [first, second], skipped: 1 });
  });

  test('survives any lines of others', async () => {
    const record = sampleRecord();
    const foreign = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constant('{"schema":"lanewise/journal@1"}'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(foreign), async (lines) => {
        const runs = runsFolder();
        const mixed = [...lines, JSON.stringify(record), ...lines];
        writeFileSync(fileIn(runs), mixed.join('\n'));
        const found = await readJournal(runs);
        expect(found.records).toEqual([record]);
      }),
      { numRuns: 50 },
    );
  });

  test('is empty where there is none, and a folder is no journal', async () => {
    const runs = runsFolder();
    expect(await readJournal(runs)).toEqual({ records: [], skipped: 0 });
    mkdirSync(fileIn(runs));
    await expect(readJournal(runs)).rejects.toThrow(/no way to read the journal/);
  });

  test('is begun in runs/ alone, and goes on wherever there is one', () => {
    const cwd = workFolder();
    expect(isKept(join('runs', 'a'))).toBe(true);
    expect(isKept(join(cwd, 'a'))).toBe(false);
    writeFileSync(join(cwd, 'journal.ndjson'), '');
    expect(isKept(join(cwd, 'a'))).toBe(true);
  });
});

describe('a line', () => {
  const record = sampleRecord();

  test.each(Object.keys(record))('is none without %s', (key) => {
    const { [key as keyof typeof record]: _, ...rest } = record;
    expect(readRecord(JSON.stringify(rest))).toBeUndefined();
  });

  test('may say more than this version knows', () => {
    const later = { ...record, mood: 'good' };
    expect(readRecord(JSON.stringify(later))).toEqual(later);
  });

  test('has a time that is one', () => {
    expect(readRecord(JSON.stringify({ ...record, time: 'yesterday' }))).toBeUndefined();
  });
});
