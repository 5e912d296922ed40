import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { longName } from '../src/cli/flags/flag.js';
import { CONFIG_FLAGS } from '../src/cli/flags.js';
import { DATA_DEFAULTS } from '../src/config/data-defaults.js';
import { DEFAULT_CONFIG } from '../src/config/defaults.js';
import { parseConfig } from '../src/config/parse.js';
import { resolveConfig } from '../src/config/resolve.js';
import { ConfigSchema } from '../src/config/schema.js';
import {
  ACTIVATION_DEFAULTS,
  CLIP_DEFAULTS,
  INIT_DEFAULTS,
  LOSS_DEFAULTS,
  OPTIMIZER_DEFAULTS,
  SCHEDULE_DEFAULTS,
} from '../src/config/training-defaults.js';
import type { LossConfig, SweepConfig } from '../src/config/types.js';
import { metricsOf } from '../src/plan/metrics.js';
import { renderFiles } from '../src/report/index.js';
import { inspectionFiles } from '../src/report/inspection-files.js';
import { describeConfig } from '../src/results/describe.js';
import { configHash } from '../src/results/hash.js';
import { INSPECTIONS } from './report/inspections.js';
import { sampleManifest } from './report/sample-manifest.js';
import { classResults } from './results/class-sample.js';
import { sampleResults } from './results/sample.js';

// The pages of docs/ against the code: names, defaults, snippets, links.

const root = new URL('../docs/', import.meta.url);
const pages = ['', 'presets/'].flatMap((folder) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}${name}`),
);
const textOf = (page: string) => readFileSync(new URL(page, root), 'utf8');
const blocksOf = (page: string) =>
  [...textOf(page).matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text);

/** Settings of files alone are looked up here. */
const OF_FILES = resolveConfig({ data: { kind: 'csv', file: 'x.csv' } });

async function configOf(text: string): Promise<SweepConfig> {
  return resolveConfig((await parseConfig(text, 'block.yaml')).value);
}

describe.each(pages)('%s', (page) => {
  it('holds configs that resolve', async () => {
    for (const text of blocksOf(page)) await expect(configOf(text), text).resolves.toBeDefined();
  });

  it('links to what exists', () => {
    for (const [, target] of textOf(page).matchAll(/\]\(([^)]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [path, anchor] = target.split('#');
      const file = path === '' ? new URL(page, root) : new URL(path, new URL(page, root));
      expect(existsSync(file), target).toBe(true);
      if (anchor) expect(anchorsOf(readFileSync(file, 'utf8')), target).toContain(anchor);
    }
  });

  it('states the defaults of the code', () => {
    for (const [setting, stated] of defaultsOf(page)) {
      const value = at(DEFAULT_CONFIG, setting) ?? at(OF_FILES, setting);
      expect(stated.replaceAll('`', '').replace('−', '-'), setting).toBe(String(value));
    }
  });
});

/** A choice of the config and the page that explains its options. */
interface Choice {
  page: string;
  defaults: Readonly<Record<string, object>>;
  /** What a config says for it. */
  get(config: SweepConfig): { name?: string } | string;
  /** The config that says nothing but the name. */
  say(name: string): object;
}

const CHOICES: Choice[] = [
  {
    page: 'activations.md',
    defaults: ACTIVATION_DEFAULTS,
    get: ({ networks }) =>
      networks.activation === 'relu' && networks.output.activation === 'softmax'
        ? 'softmax'
        : networks.activation,
    say: (activation) =>
      activation === 'softmax'
        ? { networks: { output: { activation } } }
        : { networks: { activation } },
  },
  {
    page: 'losses.md',
    defaults: LOSS_DEFAULTS,
    get: ({ training }) => training.loss,
    say: (loss) => ({ data: { kind: 'moons' }, training: { loss } }),
  },
  {
    page: 'optimizers.md',
    defaults: OPTIMIZER_DEFAULTS,
    get: ({ training }) => training.optimizer,
    say: (optimizer) => ({ training: { optimizer } }),
  },
  {
    page: 'schedules.md',
    defaults: SCHEDULE_DEFAULTS,
    get: ({ training }) => training.schedule,
    say: (schedule) => ({ training: { schedule } }),
  },
  {
    page: 'initialisers.md',
    defaults: INIT_DEFAULTS,
    get: ({ networks }) => networks.init,
    say: (init) => ({ networks: { init } }),
  },
];

describe.each(CHOICES)('$page', ({ page, defaults, get, say }) => {
  const names = Object.keys(defaults);

  it('has a heading and a row of names for each', () => {
    expect(headingsOf(page)).toEqual(expect.arrayContaining(names));
    expect(namedRows()).toEqual(expect.arrayContaining(names));
  });

  it.each(names)('shows the defaults of %s under its heading', async (name) => {
    const [text] = sectionOf(page, name).match(/(?<=```yaml\n).*?(?=```)/s) ?? [];
    const shown = get(await configOf(text!));
    expect(shown).toEqual(get(resolveConfig(say(name))));
    for (const parameter of Object.keys(defaults[name]))
      expect(text).toMatch(new RegExp(`\\b${parameter}: `));
  });
});

describe('data', () => {
  const kinds = Object.keys(DATA_DEFAULTS);

  it('has a heading and a row of names for every kind', () => {
    const headings = [...headingsOf('data.md'), ...headingsOf('generators.md')];
    expect(headings).toEqual(expect.arrayContaining(kinds));
    expect(namedRows()).toEqual(expect.arrayContaining(kinds));
  });

  it.each(kinds.filter((kind) => kind !== 'arrays'))('shows the defaults of %s', async (kind) => {
    const page = headingsOf('data.md').includes(kind) ? 'data.md' : 'generators.md';
    const [text] = sectionOf(page, kind).match(/(?<=```yaml\n).*?(?=```)/s) ?? [];
    const { data } = await configOf(text!);
    expect(data).toMatchObject(DATA_DEFAULTS[kind as keyof typeof DATA_DEFAULTS]);
    const own = Object.keys(DATA_DEFAULTS[kind as keyof typeof DATA_DEFAULTS]);
    const general = ['encoding', 'validationFraction', 'split', 'scaling'];
    for (const key of own.filter((each) => !general.includes(each)))
      expect(text).toMatch(new RegExp(`\\b${key}: `));
  });

  it.each(['split', 'scaling', 'encoding'])('names every %s', (key) => {
    const options = picklist(key);
    expect(options.length).toBeGreaterThan(2);
    const rows = rowsOf('splits.md').map(([first]) => first.replaceAll('`', ''));
    const known = [...headingsOf('splits.md'), ...rows];
    expect(known).toEqual(expect.arrayContaining(options));
    expect(namedRows()).toEqual(expect.arrayContaining(options));
  });
});

it('names every metric, way of clipping and kind of flip', () => {
  const shape = { inputs: 1, outputs: 1, trainRows: 1, validationRows: 0, testRows: 1 };
  const losses = Object.keys(LOSS_DEFAULTS) as LossConfig[];
  const metrics = [...new Set(losses.flatMap((loss) => metricsOf(loss, shape)))];
  expect(headingsOf('metrics.md')).toEqual(expect.arrayContaining(metrics));
  expect(namedRows()).toEqual(expect.arrayContaining(metrics));
  for (const name of Object.keys(CLIP_DEFAULTS))
    expect(textOf('regularisation.md').includes(`\`${name}\``), name).toBe(true);
  for (const name of ['none', 'horizontal', 'vertical', 'both'])
    expect(textOf('augmentation.md').includes(`\`${name}\``), name).toBe(true);
});

it('explains every figure of a run', () => {
  const runs = [sampleResults({ seeds: 1 }), classResults({ seeds: 1 })];
  const paths = [
    ...runs.flatMap((results) => [...renderFiles(results, sampleManifest(results)).keys()]),
    ...Object.values(INSPECTIONS).flatMap((inspection) =>
      inspectionFiles({ name: 'sweep' }, inspection()).map(([path]) => path),
    ),
  ];
  const names = paths.flatMap((path) => path.match(/(?<=^figures\/)(?:network|[^.]+)/) ?? []);
  expect(new Set(names).size).toBeGreaterThanOrEqual(13);
  expect(headingsOf('figures.md')).toEqual(expect.arrayContaining([...new Set(names)]));
});

it('calls the run of the default sweep by its hash', () => {
  const hash = configHash(describeConfig(DEFAULT_CONFIG));
  for (const page of ['../README.md', 'verdict.md']) {
    const named = textOf(page).match(/(?<=runs\/assignment-)[0-9a-f]{8}/g);
    expect(new Set(named), page).toEqual(new Set([hash]));
  }
});

it('names every flag of the config, and no other', () => {
  const flags = CONFIG_FLAGS.map(({ flags }) => longName(flags));
  const cells = pages.flatMap(rowsOf).flat().join(' ');
  const named = new Set(cells.match(/(?<=`)--[a-z0-9-]+/g));
  expect([...named].sort()).toEqual([...flags].sort());
});

it('indexes every page, and is linked to', () => {
  for (const page of pages.filter((each) => each !== 'README.md')) {
    const index = page.startsWith('presets/') ? 'presets.md' : 'README.md';
    expect(textOf(index).includes(`](${page})`), page).toBe(true);
  }
  expect(textOf('../README.md').includes('](docs/README.md)')).toBe(true);
});

function headingsOf(page: string): string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
}

function anchorsOf(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
  return headings.map((each) =>
    each
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** What stands under a heading, up to the next. */
function sectionOf(page: string, heading: string): string {
  return textOf(page).split(`# ${heading}\n`)[1].split(/^#+ /m)[0];
}

/** The cells of all rows of tables. */
function rowsOf(page: string): string[][] {
  const lines = textOf(page).match(/^\|.*\|$/gm) ?? [];
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

function namedRows(): string[] {
  return rowsOf('names.md').flatMap(([first]) => first.match(/(?<=`)[^`]+(?=`)/g) ?? []);
}

/** Settings and their defaults, of the tables with the column; settings are paths of the config. */
function defaultsOf(page: string): [setting: string, stated: string][] {
  const rows = rowsOf(page).filter(([first]) =>
    /^`(?:seeds?`|(?:data|networks|training|evaluate)\.)/.test(first),
  );
  return rows
    .filter(([, , stated]) => stated !== undefined && stated !== '')
    .map(([first, , stated]) => [first.match(/(?<=`)[^`]+/)![0], stated]);
}

function at(config: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], config);
}

/** What the schema allows for a key of data. */
function picklist(key: string): string[] {
  const kinds = (ConfigSchema.entries.data.pipe[0] as unknown as { options: Option[] }).options;
  const csv = kinds.map((kind) => kind.pipe[0]).find(({ entries }) => 'file' in entries)!;
  return [...csv.entries[key].pipe![0].options!];
}

interface Option {
  pipe: [{ entries: Record<string, { pipe?: [{ options?: readonly string[] }] }> }];
}
