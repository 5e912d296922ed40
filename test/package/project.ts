/** An empty project with the packed tarball installed, and nothing else. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Project {
  /** Folder with a slash at the end. */
  folder: URL;
  /** Paths inside the tarball, `package/` left out. */
  packed: string[];
  /** Runs a program in the project; resolves to what it printed. */
  run(file: string, ...args: string[]): Promise<string>;
  remove(): Promise<void>;
}

/** Packs what `npm run build` has made, installs it, and copies examples and consumers beside it. */
export async function createProject(): Promise<Project> {
  const path = await mkdtemp(join(tmpdir(), 'lanewise-package-'));
  const run = async (file: string, ...args: string[]) =>
    (await promisify(execFile)(file, args, { cwd: path, maxBuffer: 1 << 26 })).stdout;
  // Without scripts: packing would build again, under the feet of whoever uses dist now.
  const report = await promisify(execFile)(
    'npm',
    ['pack', '--ignore-scripts', '--json', '--pack-destination', path],
    { cwd: ROOT, maxBuffer: 1 << 26 },
  );
  const [{ filename, files }] = JSON.parse(report.stdout);
  await writeFile(join(path, 'package.json'), '{ "name": "empty", "private": true }\n');
  await run('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', `./${filename}`);
  await cp(join(ROOT, 'examples'), join(path, 'examples'), { recursive: true });
  await cp(join(ROOT, 'test/package/consumer'), path, { recursive: true });
  return {
    folder: pathToFileURL(`${path}/`),
    packed: files.map((file: { path: string }) => file.path),
    run,
    remove: () => rm(path, { recursive: true }),
  };
}
