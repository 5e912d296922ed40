import { existsSync, readFileSync } from 'node:fs';
import { createServer, get, request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectRefusal, lanewise, SMALL, workFolder } from './harness.js';

const ADDRESS = /live: (http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/)\n/;

/** Listens as a page does: the names of the events, and the report in the end. */
function follow(address: string): Promise<{ names: string[]; report: string }> {
  return new Promise((resolve, reject) => {
    get(`${address}events`, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () => {
        const names = [...text.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name);
        get(address, (page) => {
          let report = '';
          page.setEncoding('utf8').on('data', (part) => {
            report += part;
          });
          page.on('end', () => resolve({ names, report }));
        }).on('error', reject);
      });
    }).on('error', reject);
  });
}

const results = (cwd: string, folder: string) =>
  readFileSync(join(cwd, folder, 'results.json'), 'utf8');

describe('--serve', () => {
  test('gives the same bytes, looked at or not, and ends by itself', async () => {
    const cwd = workFolder();
    const flags = ['sweep', '--widths', '2,50', '--seeds', '2', '--epochs', '400'];
    const plain = await lanewise([...flags, '--out', 'plain'], { cwd });
    const alone = await lanewise([...flags, '--out', 'alone', '--serve'], { cwd });
    let followed: ReturnType<typeof follow> | undefined;
    const watched = await lanewise([...flags, '--out', 'watched', '--serve'], {
      cwd,
      onStderr(text) {
        const address = ADDRESS.exec(text)?.[1];
        if (address) followed ??= follow(address);
      },
    });
    expect([plain.code, alone.code, watched.code]).toEqual([0, 0, 0]);
    expect(alone.stderr).toMatch(ADDRESS);
    expect(results(cwd, 'alone')).toBe(results(cwd, 'plain'));
    expect(results(cwd, 'watched')).toBe(results(cwd, 'plain'));
    expect(watched.stdout.replace('watched', 'plain')).toBe(plain.stdout);
    const { names, report } = await followed!;
    expect(names[0]).toBe('state');
    expect(names.at(-1)).toBe('report');
    expect(report).toBe(readFileSync(join(cwd, 'watched', 'report.html'), 'utf8'));
  });

  test('says its address once, also where it is quiet, and nothing else then', async () => {
    const cwd = workFolder();
    const { stdout, stderr, code } = await lanewise(
      ['sweep', '--serve', ...SMALL, '--out', 'r', '--quiet'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stdout).toBe('r\n');
    expect(stderr.replace(ADDRESS, '')).toBe('');
  });

  test('leaves stdout to --json', async () => {
    const cwd = workFolder();
    const { stdout } = await lanewise(['sweep', '--serve', '--json', ...SMALL, '--out', 'r'], {
      cwd,
    });
    expect(stdout).toBe(results(cwd, 'r'));
  });

  test('stops like Ctrl-C, with what is finished written', async () => {
    const cwd = workFolder();
    const flags = ['--widths', '2,2000', '--seeds', '1', '--epochs', '50000'];
    let sent = false;
    const { code, stderr } = await lanewise(
      ['sweep', ...flags, '--evaluate', 'points:5', '--threads', '2', '--out', 'r', '--serve'],
      {
        cwd,
        onStderr(text) {
          const address = ADDRESS.exec(text)?.[1];
          if (sent || !address || !text.includes('4-2-1')) return;
          sent = true;
          const options = { method: 'POST', headers: { 'x-lanewise': 'stop' } };
          request(`${address}stop`, options).end();
        },
      },
    );
    expect(code).toBe(130);
    expect(stderr).toContain('interrupted: 1 of 2 runs are not finished');
    expect(results(cwd, 'r')).toContain('"status":"done"');
  });

  test('serves nothing where nothing trains', async () => {
    const cwd = workFolder();
    await lanewise(['sweep', ...SMALL], { cwd });
    const { code, stderr } = await lanewise(['sweep', ...SMALL, '--serve'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^--serve: nothing trains; see runs\/assignment-\w+\/report\.html\n$/m);
    expect(stderr).not.toMatch(ADDRESS);
  });
});

describe('a port that cannot be', () => {
  test('is refused before anything is made', async () => {
    const expected = 'expected a port from 1 to 65535, or 0 for any that is free';
    await expectRefusal(
      ['sweep', '--serve', '70000', '--threads', '0'],
      [
        '--threads: found 0, expected a whole number from 1 to 256',
        `--serve: found 70000, ${expected}`,
      ],
    );
    await expectRefusal(['sweep', '--serve=x'], [`--serve: found "x", ${expected}`]);
  });

  test('is taken by another', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    await expectRefusal(
      ['sweep', ...SMALL, '--serve', String(port)],
      [
        `--serve: found port ${port} taken by another program, expected a free one; --serve without a number takes any`,
      ],
    );
    other.close();
    const cwd = workFolder();
    const free = await lanewise(['sweep', ...SMALL, '--serve', String(port), '--out', 'r'], {
      cwd,
    });
    expect(free.stderr).toContain(`live: http://127.0.0.1:${port}/`);
    expect(existsSync(join(cwd, 'r', 'results.json'))).toBe(true);
  });
});
