import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Who may import whom: a stage knows the stages before it. `''` is the top level of src/. */
const ALLOWED: Record<string, string[]> = {
  kernels: [],
  math: [],
  random: ['kernels', 'math'],
  config: ['math', 'random'],
  stats: ['math', 'random'],
  verdict: ['config', 'math', 'random', 'stats'],
  plan: ['config', 'math'],
  results: ['config', 'plan', 'stats', 'verdict'],
  data: ['config', 'math', 'plan', 'random', 'results'],
  memory: ['config', 'data', 'kernels', 'plan'],
  train: ['config', 'kernels', 'math', 'memory', 'plan', 'random'],
  diagnose: ['config', 'math', 'memory', 'plan', 'train'],
  model: ['config', 'data', 'kernels', 'memory', 'plan', 'results', 'train'],
  embed: ['config', 'data', 'kernels', 'memory', 'model', 'plan', 'results', 'train'],
  tape: ['config', 'kernels', 'plan', 'random', 'train'],
  curves: ['', 'config', 'data', 'memory', 'model', 'plan', 'results', 'stats', 'train'],
  inspect: ['config', 'data', 'math', 'model', 'plan', 'results'],
  compare: ['config', 'math', 'results', 'stats'],
  report: ['compare', 'config', 'inspect', 'plan', 'results', 'stats', 'verdict'],
  pool: ['', 'config', 'diagnose', 'kernels', 'memory', 'plan', 'results', 'train'],
  live: ['', 'report', 'results', 'stats'],
  '': [
    'config',
    'curves',
    'data',
    'inspect',
    'kernels',
    'memory',
    'model',
    'plan',
    'pool',
    'results',
    'train',
    'verdict',
  ],
  entries: ['config', 'embed', 'kernels', 'model', 'tape'],
  cli: [
    '',
    'compare',
    'config',
    'curves',
    'data',
    'embed',
    'inspect',
    'kernels',
    'live',
    'model',
    'plan',
    'pool',
    'report',
    'results',
    'stats',
    'verdict',
  ],
};

/** Stages without `node:`; the named files are the readers and loaders of the others. */
const PURE = [
  'math',
  'random',
  'config',
  'plan',
  'stats',
  'verdict',
  'results',
  'report',
  'memory',
  'train',
  'diagnose',
  'curves',
  'model',
  'inspect',
  'compare',
  'live',
  'embed',
  'tape',
];
const NODE_FILES =
  /^(pool|cli)\/|^kernels\/node\.ts$|^data\/read\/(bytes|gunzip)\.ts$|^version\.ts$/;

/** Where a result is made, `Math.*` whose bits differ between engines is banned. */
const RESULTS_ARE_MADE = [
  'math',
  'random',
  'data',
  'plan',
  'train',
  'diagnose',
  'tape',
  'stats',
  'results',
  'kernels',
  'model',
  'inspect',
  'verdict',
  'compare',
];
const ENGINE_DEPENDENT =
  /Math\.(exp|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt|hypot|random)\b|\*\*/;

const files = (readdirSync(SRC, { recursive: true }) as string[])
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(SRC, name), 'utf8') }));

const stageOf = (name: string) => (name.includes('/') ? name.split('/')[0] : '');
const importsOf = (text: string) =>
  [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, target]) => target);
const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');

describe('the tree shows the data flow', () => {
  it.each(files.map((file) => [file.name, file] as const))('%s', (name, { text }) => {
    const stage = stageOf(name);
    expect(Object.keys(ALLOWED)).toContain(stage);
    for (const target of importsOf(text)) {
      if (target.startsWith('node:')) {
        expect(name, `${target} in ${name}`).toMatch(NODE_FILES);
        expect(PURE).not.toContain(stage);
      }
      // What is made at the build lies in dist/, seen from src/ and from dist/ at the same place.
      if (!target.startsWith('.') || /^(?:\.\.\/)+dist\//.test(target)) continue;
      const other = stageOf(relative(SRC, resolve(SRC, dirname(name), target)));
      if (other !== stage) expect(ALLOWED[stage], `${name} imports ${target}`).toContain(other);
    }
  });
});

describe('determinism', () => {
  it.each(
    files
      .filter(({ name }) => RESULTS_ARE_MADE.includes(stageOf(name)))
      .map((file) => [file.name, file] as const),
  )('%s uses nothing whose bits depend on the engine', (_name, { text }) => {
    expect(withoutComments(text)).not.toMatch(ENGINE_DEPENDENT);
  });

  it('has no clock where a result is made', () => {
    const timed = files.filter(
      ({ name, text }) =>
        RESULTS_ARE_MADE.includes(stageOf(name)) &&
        /Date\b|performance\./.test(withoutComments(text)),
    );
    expect(timed.map(({ name }) => name)).toEqual([]);
  });
});

describe('what runs in a browser', () => {
  /** Imports that are still there when the types are gone. */
  const runtimeImports = (text: string) =>
    importsOf(text.replace(/^(?:import|export) type [^;]*;/gm, ''));
  const textOf = new Map(files.map(({ name, text }) => [name, text]));

  /** Every module that is loaded with this one: our files, and packages by name. */
  function loadedWith(name: string, seen = new Set<string>()): Set<string> {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const target of runtimeImports(textOf.get(name) ?? '')) {
      const file = relative(SRC, resolve(SRC, dirname(name), target)).replace(/\.js$/, '.ts');
      loadedWith(target.startsWith('.') ? file : target, seen);
    }
    return seen;
  }

  const entries = ['kernels-browser', 'inline', 'train', 'tape'];

  it.each(entries)('entries/%s loads nothing of Node', (name) => {
    const loaded = [...loadedWith(`entries/${name}.ts`)];
    expect(loaded.length).toBeGreaterThan(10);
    expect(loaded.filter((each) => each.startsWith('node:'))).toEqual([]);
    expect(loaded).not.toContain('kernels/node.ts');
  });

  it('sees Node where it is', () => {
    expect(loadedWith('entries/kernels-node.ts')).toContain('node:fs/promises');
  });
});

it('loads the AssemblyScript loader in one place', () => {
  const users = files.filter(({ text }) => importsOf(text).includes('@assemblyscript/loader'));
  expect(users.map(({ name }) => name)).toEqual(['kernels/wasm.ts']);
});

it('has no cycle between the stages but through the types of the top level', () => {
  const order = Object.keys(ALLOWED);
  for (const [stage, others] of Object.entries(ALLOWED)) {
    for (const other of others.filter((each) => each !== '')) {
      const found = order.indexOf(other);
      expect(found, `${stage} → ${other}`).toBeLessThan(order.indexOf(stage));
    }
  }
});
