import { fileKeys, mapConfigFiles } from '../../config/files.js';
import { toYaml } from '../../config/to-yaml.js';
import type { SweepConfig } from '../../config/types.js';
import type { Results } from '../../results/schema.js';
import { counted } from '../../results/wording.js';
import { fileStems } from '../file-stems.js';
import { escaped, tag } from './html.js';

/** A file of the run, as results know it. */
interface FileIdentity {
  name: string;
  sha256: string;
}

/** The config, as a file that trains the same again; how to do so; what it was trained on. */
export function reproduceSections(results: Results): string {
  const { name, configHash } = results;
  const yaml = configYaml(results);
  const text = yaml ?? `${JSON.stringify(results.config, null, 2)}\n`;
  const file = `${fileStems([name]).get(name)}.${yaml === undefined ? 'json' : 'yaml'}`;
  const href = `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;
  return [
    tag('section', { id: 'config', 'aria-labelledby': 'config-head' }, [
      tag('h2', { id: 'config-head' }, 'Configuration'),
      tag('p', { class: 'note' }, [
        'Everything that defines these results, defaults included. ',
        tag('a', { href, download: file }, `Save as ${escaped(file)}`),
      ]),
      tag(
        'pre',
        { tabindex: 0, role: 'group', 'aria-label': 'Configuration' },
        `\n${escaped(text)}`,
      ),
    ]),
    tag('section', { id: 'reproduce', 'aria-labelledby': 'reproduce-head' }, [
      tag('h2', { id: 'reproduce-head' }, 'How to reproduce'),
      ...(yaml === undefined
        ? [
            tag(
              'p',
              {},
              'The rows were given by a program, in memory: that program trains the same again.',
            ),
          ]
        : steps(results, file)),
      ...filesList(results),
      datasetsTable(results),
      tag(
        'p',
        { class: 'note' },
        escaped(
          `The results are the same to the last bit on any machine, with any number of threads; ${configHash} is the start of the SHA-256 of the configuration.`,
        ),
      ),
    ]),
  ].join('\n');
}

/**
 * A config file that resolves to the config of these results; its files by name alone. Undefined where
 * rows came from memory.
 */
export function configYaml({ config }: Pick<Results, 'config'>): string | undefined {
  const { data } = config as unknown as SweepConfig;
  if (data.kind === 'arrays') return undefined;
  const named = mapConfigFiles(config, (file) => ({ path: (file as FileIdentity).name }));
  return toYaml(named as unknown as SweepConfig);
}

function steps({ configHash, config }: Results, file: string): string[] {
  const readsFiles = fileKeys((config.data as { kind?: unknown }).kind).length > 0;
  const flags = readsFiles ? ' --data FOLDER' : '';
  const command = (text: string) => tag('code', {}, escaped(text));
  return [
    tag('ol', {}, [
      tag('li', {}, [
        'Save the configuration above',
        readsFiles ? '; FOLDER is where the files below are.' : '.',
      ]),
      tag('li', {}, [command(`npx lanewise sweep ${file}${flags}`), ' trains the same again.']),
      tag('li', {}, [
        command(`npx lanewise verify RUN${flags}`),
        escaped(
          ` trains again what the folder RUN of ${configHash} holds, and compares the bytes.`,
        ),
      ]),
    ]),
  ];
}

/** Data files and the model that the networks start from, with what they must contain. */
function filesList({ config }: Results): string[] {
  const files: FileIdentity[] = [];
  mapConfigFiles(config, (file) => files.push(file as FileIdentity));
  if (files.length === 0) return [];
  return [
    tag(
      'ul',
      { class: 'files' },
      files.map(({ name, sha256 }) =>
        tag('li', {}, [
          tag('b', {}, escaped(String(name))),
          ' SHA-256 ',
          tag('code', {}, escaped(String(sha256))),
        ]),
      ),
    ),
  ];
}

function datasetsTable({ datasets }: Results): string {
  const rows = datasets.map(({ id, trainRows, validationRows, testRows, sha256 }) =>
    tag('tr', {}, [
      tag('th', { scope: 'row', class: 'text' }, escaped(id)),
      ...[trainRows, validationRows, testRows].map((count) => tag('td', {}, String(count))),
      tag('td', { class: 'text' }, tag('code', {}, escaped(sha256))),
    ]),
  );
  const heads = ['dataset', 'training', 'validation', 'test', 'SHA-256 of the rows'];
  return tag('details', {}, [
    tag('summary', {}, counted(datasets.length, 'dataset')),
    tag('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': 'Datasets' }, [
      tag('table', {}, [
        tag(
          'thead',
          {},
          tag(
            'tr',
            {},
            heads.map((head, at) =>
              tag('th', { scope: 'col', class: at === 0 || at === 4 ? 'text' : undefined }, head),
            ),
          ),
        ),
        tag('tbody', {}, rows),
      ]),
    ]),
  ]);
}
