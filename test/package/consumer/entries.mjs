// Every entry, as plain ESM. Prints what a sweep and the other entries have to say.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sweep, VERSION } from 'lanewise';
import schema from 'lanewise/config.schema.json' with { type: 'json' };
import * as inline from 'lanewise/inline';
import * as kernels from 'lanewise/kernels';
import { gradients, mul, Tape } from 'lanewise/tape';
import { trainNetwork } from 'lanewise/train';

const { results } = await sweep({ seeds: 1, training: { epochs: 1 } }, { threads: 2 }).outcome;
const tape = new Tape(await inline.loadKernels());
const x = tape.parameter([[3]]);
const slope = tape.record(() => gradients(mul(x, x), [x])[0].item());
const manifest = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve('lanewise/package.json')), 'utf8'),
);
console.log(
  JSON.stringify({
    version: VERSION === manifest.version,
    runs: results.runs.length,
    sameSurface: Object.keys(inline).join() === Object.keys(kernels).join(),
    train: typeof trainNetwork,
    slope,
    schema: typeof schema.properties,
  }),
);
