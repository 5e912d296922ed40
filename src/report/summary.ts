import type { Results } from '../results/schema.js';
import { sweepAxes } from '../results/sweep-axes.js';
import type { FigureFile } from './axis-figures.js';
import { axisTitle } from './axis-words.js';
import { deadNotes } from './dead-runs.js';
import { escaped } from './markdown.js';
import { CURVES, sometimesShown, TIMELINE } from './shown-figures.js';
import { classSection, lossTable, metricSections } from './summary-tables.js';
import { lossWord } from './words.js';

/**
 * summary.md: what was observed, the errors with their references, the figures, the config.
 *
 * @param files that only some runs have, by their paths inside the folder.
 * @param axisFigures those of what varies.
 */
export function summaryMarkdown(
  results: Results,
  networkFigures: readonly string[],
  files: readonly string[] = [],
  axisFigures: readonly Omit<FigureFile, 'source'>[] = [],
): string {
  const { name, configHash, observations } = results;
  const axes = axisFigures.map(({ path, title }) => ({ path, title: escaped(title) }));
  const isTimed = files.includes(TIMELINE.path);
  const figures = [...CURVES, ...axes, ...sometimesShown(files), ...(isTimed ? [TIMELINE] : [])];
  return `${[
    `# ${escaped(name)} (${configHash})`,
    '## What was observed',
    observations.map(({ text }) => `- ${escaped(text)}`).join('\n'),
    '## Final losses',
    `Loss (${lossWord(results)}); median [first quartile, third quartile] over the finished runs.`,
    lossTable(results),
    ...deadNotes(results),
    ...metricSections(results),
    ...classSection(results),
    '## Figures',
    ...axesSentence(results),
    figures.map(({ path, title }) => `![${title}](${path})`).join('\n\n'),
    `The networks, drawn: ${networkFigures.map((file) => `[${file}](figures/${file})`).join(', ')}.`,
    '## Configuration',
    `\`\`\`json\n${json(results.config)}\n\`\`\``,
    `Numbers of every run: \`results.json\`, \`results.csv\`; all hyper-parameters of every variant: \`variants.csv\`; of every epoch: \`curves.csv\`; ${sometimesWords(files)}${isTimed ? 'how this execution went: `manifest.json`; ' : ''}all of it on one page: \`report.html\`.`,
  ].join('\n\n')}\n`;
}

/** What varies, and what it is in figures; nothing where only the networks do. */
function axesSentence(results: Results): string[] {
  const axes = sweepAxes(results);
  if (axes.every(({ name }) => name === 'params' || name === 'network')) return [];
  const words = axes.map((axis) => {
    const { kind, values } = axis;
    const scale = { logarithmic: ', logarithmic', linear: ', linear', categories: '' }[kind];
    const few = kind === 'categories' && values.length <= 8;
    const what = few ? values.map(String).join(', ') : `${values.length} values${scale}`;
    return `${axisTitle(axis)} (${what})`;
  });
  return [`Axes: ${escaped(words.join('; '))}.`];
}

function sometimesWords(files: readonly string[]): string {
  const classes = files.includes('classes.csv');
  const inspected = files.includes('inspection.json');
  return [
    ...(classes ? ['of every class: `classes.csv`, `confusion.csv`; '] : []),
    ...(inspected ? ['a look inside the best network: `inspection.json`; '] : []),
  ].join('');
}

/** A line per member; backticks as escapes, so that no name can end the block. */
function json(config: Record<string, unknown>): string {
  const lines = Object.entries(config).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}`.replaceAll('`', '\\u0060');
}
