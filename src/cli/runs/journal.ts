import { existsSync } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../../config/problem.js';
import { printable } from '../../config/text.js';
import { type RunRecord, readRecord } from './record.js';

/** The folder in which sweeps lie that are told no other. */
export const RUNS = 'runs';

const JOURNAL = 'journal.ndjson';
const NEWLINE = 0x0a;

/**
 * Whether a run is written down beside its folder: in `runs/`, and wherever a journal has been begun.
 * Other folders are the user's, and nothing but the run goes there.
 */
export function isKept(folder: string): boolean {
  const parent = dirname(resolve(folder));
  return parent === resolve(RUNS) || existsSync(join(parent, JOURNAL));
}

/**
 * Adds a line to the journal beside a run. One write in append mode, so that sweeps that end at the
 * same time do not cut into each other; on the disk when this returns.
 *
 * @param folder of the run.
 */
export async function appendRecord(folder: string, record: RunRecord): Promise<void> {
  const file = await open(join(dirname(resolve(folder)), JOURNAL), 'a+');
  try {
    // The end of a line that a crash has cut is no beginning of this one.
    const start = (await endsInLine(file)) ? '' : '\n';
    const line = Buffer.from(`${start}${JSON.stringify(record)}\n`);
    const { bytesWritten } = await file.write(line);
    if (bytesWritten < line.length) throw new Error('the disk is full');
    await file.sync();
  } finally {
    await file.close();
  }
}

async function endsInLine(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return true;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] === NEWLINE;
}

/** What a journal holds, oldest first. */
export interface Journal {
  records: RunRecord[];
  /** Lines that are no records: cut by a crash, or of another program. */
  skipped: number;
}

/**
 * The journal of a folder of runs; empty where there is none.
 *
 * @throws {InputError} where there is one that cannot be read.
 */
export async function readJournal(folder: string): Promise<Journal> {
  const path = join(folder, JOURNAL);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    const message = `found no way to read the journal (${error.message})`;
    throw new InputError([{ where: printable(path), message }]);
  });
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const records = lines.flatMap((line) => readRecord(line) ?? []);
  return { records, skipped: lines.length - records.length };
}

/** What a run is called in the journal beside it. */
export function placeName(folder: string): string {
  return basename(resolve(folder));
}
