import { lossName } from '../results/loss-noun.js';
import { REFERENCE_NAMES, recordedLines, referenceLabel } from '../results/reference-lines.js';
import type { AggregateRecord, Results, Spread } from '../results/schema.js';
import { figure, grouped } from '../results/wording.js';
import { lossWord } from './words.js';

/** summary.md: what was observed, the errors with their references, the figures, the config. */
export function summaryMarkdown(results: Results, networkFigures: readonly string[]): string {
  const { name, configHash, observations } = results;
  return `${[
    `# ${escaped(name)} (${configHash})`,
    '## What was observed',
    observations.map(({ text }) => `- ${escaped(text)}`).join('\n'),
    '## Final losses',
    `Loss (${lossWord(results)}); median [first quartile, third quartile] over the finished runs.`,
    lossTable(results),
    '## Figures',
    FIGURES.map(([file, title]) => `![${title}](figures/${file})`).join('\n\n'),
    `The networks, drawn: ${networkFigures.map((file) => `[${file}](figures/${file})`).join(', ')}.`,
    '## Configuration',
    `\`\`\`json\n${json(results.config)}\n\`\`\``,
    'Numbers of every run: `results.json`, `results.csv`; of every epoch: `curves.csv`; ' +
      'how this execution went: `manifest.json`.',
  ].join('\n\n')}\n`;
}

const FIGURES = [
  ['loss-curves.svg', 'Learning curves of all networks'],
  ['loss-panels.svg', 'Learning curves, a panel per network'],
  ['error-vs-params.svg', 'Error against the number of parameters'],
  ['timeline.svg', 'Which worker trained what, and when'],
] as const;

function lossTable(results: Results): string {
  const lines = recordedLines(results.observations);
  const rows = [
    ['network', 'params', 'finished', 'train', 'test'],
    ['---', '---:', '---:', '---:', '---:'],
    ...results.aggregate.map((record) => [
      escaped(record.variant),
      grouped(record.params),
      finished(results, record),
      spread(record.train),
      spread(record.test),
    ]),
    ...REFERENCE_NAMES.flatMap((name) => {
      const line = lines[name];
      if (line === undefined) return [];
      return [
        [
          `*${referenceLabel(name, lossName(results.config))}*`,
          '',
          '',
          figure(line.train),
          figure(line.test),
        ],
      ];
    }),
  ];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function finished(results: Results, { variant, seeds }: AggregateRecord): string {
  const done = results.runs.filter((run) => run.variant === variant && run.status === 'done');
  return `${done.length} of ${seeds}`;
}

function spread({ median, q1, q3 }: Spread): string {
  return `${figure(median)} [${figure(q1)}, ${figure(q3)}]`;
}

/** Text that Markdown and HTML leave alone, on one line. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/\\</g, '&lt;')
    .replace(/\\>/g, '&gt;');
}

/** A line per member; backticks as escapes, so that no name can end the block. */
function json(config: Record<string, unknown>): string {
  const lines = Object.entries(config).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}`.replaceAll('`', '\\u0060');
}
