import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The sources of which something is left in the script of a page that does this. */
async function bundled(program: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: program, resolveDir: `${root}src/entries` },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    outfile: 'page.js',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const { inputs } = metafile.outputs['page.js'];
  return Object.keys(inputs).filter((name) => inputs[name].bytesInOutput > 0);
}

const stagesOf = (sources: string[]) =>
  new Set(sources.map((name) => /^src\/(\w+)\//.exec(name)?.[1] ?? name));

it('a page that only loads kernels has nothing of models', async () => {
  const sources = await bundled(
    "import { loadKernels } from './kernels-browser.js'; globalThis.kernels = loadKernels();",
  );
  expect([...stagesOf(sources)].sort()).toEqual(['<stdin>', 'kernels', LOADER]);
});

it('a page that asks a model has neither the trainer nor a package of others', async () => {
  const sources = await bundled(
    `import { loadKernels, Model } from './kernels-browser.js';
     globalThis.ask = async (bytes, rows) => Model.load(await loadKernels(), bytes).predict(rows);`,
  );
  expect(sources.filter((name) => name.startsWith('node_modules'))).toEqual([LOADER]);
  expect(sources).toContain('src/model/forward.ts');
  for (const absent of [
    'embed/',
    'model/to-onnx',
    'model/onnx/',
    'model/to-json',
    'train/train.ts',
  ])
    expect(sources.filter((name) => name.startsWith(`src/${absent}`))).toEqual([]);
});

const LOADER = 'node_modules/@assemblyscript/loader/index.js';
