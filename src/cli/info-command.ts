import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { InputError, type Problem } from '../config/problem.js';
import { engineFeatures } from '../kernels/features.js';
import { kernelsUrl, loadKernels } from '../kernels/node.js';
import { describeMachine } from '../pool/machine.js';
import { availableThreads } from '../pool/threads.js';
import { sha256Hex } from '../results/hash.js';
import { EXIT } from './exit-codes.js';
import { EDGE, measureSpeed } from './info-speed.js';
import type { Invocation } from './settings.js';
import { write } from './terminal.js';

/**
 * `lanewise info`: what would run here, and how fast.
 *
 * @throws {InputError} for flags or arguments: it takes none.
 */
export async function infoCommand({ operands, problems: unknown }: Invocation): Promise<number> {
  const problems: Problem[] = [...unknown];
  if (operands.length > 0) {
    const message = `found ${operands.length} arguments, expected none`;
    problems.push({ where: 'info', message });
  }
  if (problems.length > 0) throw new InputError(problems);
  const rows = [...describe(), ['binary', await binary()], ['speed', await speed()]];
  for (const [name, text] of rows) write(process.stdout, `${name.padEnd(10)}${text}\n`);
  return EXIT.done;
}

function describe(): string[][] {
  const { versions, cpu } = describeMachine();
  const { simd, relaxedSimd, threads } = engineFeatures();
  const { platform, arch } = process;
  return [
    ['lanewise', versions.lanewise],
    ['cpu', cpu],
    ['cores', `${availableThreads()} usable, ${availableParallelism()} before container quotas`],
    ['engine', `Node ${versions.node}, V8 ${versions.v8}, ${platform} ${arch}`],
    ['simd', `${has(simd)}, relaxed ${has(relaxedSimd)} (not used), threads ${has(threads)}`],
  ];
}

async function binary(): Promise<string> {
  const bytes = await readFile(kernelsUrl);
  const name = basename(kernelsUrl.pathname);
  return `${name}, ${bytes.length} bytes, sha256 ${sha256Hex(bytes)}`;
}

async function speed(): Promise<string> {
  const { simd } = engineFeatures();
  if (!simd) return 'not measured: this engine has no SIMD; --backend js works';
  const kernels = await loadKernels({ maximumBytes: 1 << 24 });
  const gflops = measureSpeed(kernels).toFixed(1);
  kernels.dispose();
  return `${gflops} GFLOP/s, best ${EDGE} × ${EDGE} × ${EDGE} product in 0.3 s on one thread`;
}

const has = (feature: boolean) => (feature ? 'yes' : 'no');
