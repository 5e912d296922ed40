import type { Results } from '../results/schema.js';
import { escaped } from './markdown.js';
import { classSection, lossTable, metricSections } from './summary-tables.js';
import { lossWord } from './words.js';

/**
 * summary.md: what was observed, the errors with their references, the figures, the config.
 *
 * @param files of the run, by their paths inside its folder.
 */
export function summaryMarkdown(
  results: Results,
  networkFigures: readonly string[],
  files: readonly string[] = [],
): string {
  const { name, configHash, observations } = results;
  const figures = FIGURES.filter(
    ([file, , always]) => always === 'always' || files.includes(`figures/${file}`),
  );
  return `${[
    `# ${escaped(name)} (${configHash})`,
    '## What was observed',
    observations.map(({ text }) => `- ${escaped(text)}`).join('\n'),
    '## Final losses',
    `Loss (${lossWord(results)}); median [first quartile, third quartile] over the finished runs.`,
    lossTable(results),
    ...metricSections(results),
    ...classSection(results),
    '## Figures',
    figures.map(([file, title]) => `![${title}](figures/${file})`).join('\n\n'),
    `The networks, drawn: ${networkFigures.map((file) => `[${file}](figures/${file})`).join(', ')}.`,
    '## Configuration',
    `\`\`\`json\n${json(results.config)}\n\`\`\``,
    `Numbers of every run: \`results.json\`, \`results.csv\`; of every epoch: \`curves.csv\`; ${sometimesWords(files)}how this execution went: \`manifest.json\`.`,
  ].join('\n\n')}\n`;
}

const FIGURES: readonly (readonly [file: string, title: string, when?: 'always'])[] = [
  ['loss-curves.svg', 'Learning curves of all networks', 'always'],
  ['loss-panels.svg', 'Learning curves, a panel per network', 'always'],
  ['error-vs-params.svg', 'Error against the number of parameters', 'always'],
  ['r2-vs-params.svg', 'R² against the number of parameters'],
  ['accuracy-vs-params.svg', 'Accuracy against the number of parameters'],
  ['accuracy-curves.svg', 'Accuracy after each epoch, a panel per network'],
  ['confusion.svg', 'Confusion matrix of the best network'],
  ['decision-boundary.svg', 'What the best network answers over the plane of its inputs'],
  ['predicted-vs-true.svg', 'What the best network predicts against what is true'],
  ['misread.svg', 'Test images that the best network misreads'],
  ['first-layer.svg', 'Weights of the first layer of the best network'],
  ['timeline.svg', 'Which worker trained what, and when', 'always'],
];

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
