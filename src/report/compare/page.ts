import type { Comparison } from '../../compare/types.js';
import { listed } from '../../results/wording.js';
import { escapeXml } from '../chart/svg.js';
import { renderPage } from '../page-shell.js';
import { type ComparisonWords, comparisonWords, type SectionWords } from './words.js';

/**
 * A comparison as one page: what may be concluded first, then figure, tables, and how it was made.
 *
 * @param figure SVG.
 * @param command that makes the page again.
 */
export function comparisonPage(
  comparison: Comparison,
  figure: string,
  { command, version }: { command: string; version: string },
): string {
  const words = comparisonWords(comparison);
  const title = `${listed(comparison.runs.map(({ label }) => label))} compared`;
  const body = [
    `<h1>${escapeXml(title)}</h1>`,
    runsList(words),
    ...words.sections.map(({ conclusion }) => `<p><strong>${escapeXml(conclusion)}</strong></p>`),
    `<figure>\n${figure}</figure>`,
    '<h2>What differs</h2>',
    differencesTable(words),
    ...words.sections.map(sectionMarkup),
    ...verdictMarkup(words),
    '<h2>How it was made</h2>',
    `<p><code>${escapeXml(command)}</code></p>`,
    `<p class="dim">lanewise ${escapeXml(version)}. Everything here follows from the results.json of the runs.</p>`,
  ];
  return renderPage({ title, body: body.join('\n') });
}

function runsList({ runs }: ComparisonWords): string {
  const items = runs.map(
    ({ letter, label, words }) =>
      `<li><strong>${letter}</strong> ${escapeXml(label)} <span class="dim">${escapeXml(words)}</span></li>`,
  );
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

function differencesTable({ runs, differences }: ComparisonWords): string {
  if (differences.length === 0) return '<p>The configs do not differ.</p>';
  const head = ['key', ...runs.map(({ letter }) => letter)];
  const every = head.map((_, at) => at);
  return table('Keys of the configs that differ', head, differences, every, true);
}

function sectionMarkup(section: SectionWords): string {
  const { title, basis, head, rows, left, conclusion, notes } = section;
  return [
    `<h2>${escapeXml(title)}</h2>`,
    `<p>${escapeXml(conclusion)}</p>`,
    ...(rows.length === 0 ? [] : [table(basis, head, rows, left, false)]),
    ...notes.map((note) => `<p class="dim">${escapeXml(note)}</p>`),
  ].join('\n');
}

function verdictMarkup({ verdicts }: ComparisonWords): string[] {
  if (verdicts.length === 0) return [];
  const texts = verdicts.map(
    ({ letter, text }) => `<p><strong>${letter}</strong> ${escapeXml(text)}</p>`,
  );
  return ['<h2>Double descent</h2>', ...texts];
}

/** @param left columns of words; @param wraps whether those may take several lines. */
function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  left: readonly number[],
  wraps: boolean,
): string {
  const kind = (at: number) => {
    const names = left.includes(at) ? ['left', ...(wraps ? ['wrap'] : [])] : [];
    return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
  };
  const cell = (content: string, at: number) =>
    at === 0
      ? `<th scope="row"${kind(at)}>${escapeXml(content)}</th>`
      : `<td${kind(at)}>${escapeXml(content)}</td>`;
  return [
    '<div class="wide"><table>',
    `<caption>${escapeXml(caption)}</caption>`,
    `<thead><tr>${head.map((word, at) => `<th scope="col"${kind(at)}>${escapeXml(word)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`),
    '</tbody>',
    '</table></div>',
  ].join('\n');
}
