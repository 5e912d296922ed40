import { sha256 } from '@noble/hashes/sha2.js';
import { SCRIPT, SCRIPT_SHA256, STYLE, STYLE_SHA256 } from '../../../dist/report/page/assets.js';
import type { Manifest } from '../../results/manifest.js';
import type { Results } from '../../results/schema.js';
import { ranked, scoreOf } from '../../results/score.js';
import { grouped } from '../../results/wording.js';
import { scoreWords } from '../best-variants.js';
import { pageData } from './chart-data.js';
import { figuresSection, type PageFigure } from './figures.js';
import { escaped, scriptJson, tag } from './html.js';
import { machineSection } from './machine.js';
import { reproduceSections } from './reproduce.js';
import { tableSection } from './table.js';
import { verdictSection } from './verdict.js';

/** What a page shows beside the numbers: figures that are drawn already. */
export interface PageFigures {
  /** In the order of the page. */
  figures: readonly PageFigure[];
  /** A drawing of every network. */
  networks: readonly PageFigure[];
  /** Where it is known how the execution went. */
  machine?: { manifest: Manifest; timeline: PageFigure };
}

/** A page of more variants is slow, and nobody reads it. */
const MOST_VARIANTS = 1000;

/**
 * report.html: one file, without anything from elsewhere. All but its last section, `#machine`, follows
 * from results and inspection. It needs no script: charts, sorting and the choice of colours come with
 * it.
 */
export function reportPage(results: Results, { figures, networks, machine }: PageFigures): string {
  const { shown, note } = shownOf(results);
  const data = pageData(shown, results);
  const drawn = figuresSection(figures, networks, data.epochs.note);
  const execution = machine && machineSection(machine.manifest, machine.timeline);
  const rules = `${drawn.rules}${execution?.rules ?? ''}`;
  const dark = `@media screen and (prefers-color-scheme:dark){${rules}}`;
  const body = [
    header(results),
    tag(
      'main',
      {},
      [
        verdictSection(results),
        drawn.markup,
        tableSection(shown, note),
        reproduceSections(results),
        ...(execution ? [execution.markup] : []),
      ].join('\n'),
    ),
    tag('script', { type: 'application/json', id: 'data' }, scriptJson(data)),
    tag('script', {}, SCRIPT),
  ];
  return `<!doctype html>\n${tag('html', { lang: 'en' }, [
    `\n${tag('head', {}, `\n${head(results, dark)}\n`)}\n`,
    `${tag('body', {}, `\n${body.join('\n')}\n`)}\n`,
  ])}\n`;
}

/** @param dark what figures need on a dark screen. */
function head({ name, configHash }: Results, dark: string): string {
  return [
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policyOf(dark) }),
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('meta', { name: 'color-scheme', content: 'light dark' }),
    tag('title', {}, escaped(`${name} (${configHash})`)),
    tag('style', {}, STYLE),
    tag('style', {}, dark),
  ].join('\n');
}

/** Nothing is loaded, and nothing runs but what stands here. */
function policyOf(dark: string): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${SCRIPT_SHA256}'`,
    `style-src 'sha256-${STYLE_SHA256}' 'sha256-${base64Sha256(dark)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function base64Sha256(text: string): string {
  return btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))));
}

function header({ name, configHash, observations }: Results): string {
  const trained = observations.find(({ kind }) => kind === 'trained');
  const links = [
    ['verdict', 'Verdict'],
    ['figures', 'Figures'],
    ['table', 'Table'],
    ['config', 'Configuration'],
    ['reproduce', 'Reproduce'],
  ];
  return tag('header', {}, [
    tag('div', { class: 'title' }, [
      tag('h1', {}, [escaped(name), ' ', tag('small', {}, escaped(configHash))]),
      tag('div', { id: 'theme' }),
    ]),
    ...(trained === undefined ? [] : [tag('p', {}, escaped(trained.text))]),
    tag(
      'nav',
      { 'aria-label': 'Sections' },
      links.map(([id, text]) => tag('a', { href: `#${id}` }, text)),
    ),
  ]);
}

/** All variants, or the best where they are very many. */
function shownOf(results: Results): { shown: Results; note: string } {
  const count = results.variants.length;
  if (count <= MOST_VARIANTS) return { shown: results, note: '' };
  const score = scoreOf(results);
  const kept = new Set(
    ranked(results.aggregate, score)
      .slice(0, MOST_VARIANTS)
      .map(({ variant }) => variant),
  );
  return {
    shown: {
      ...results,
      variants: results.variants.filter(({ id }) => kept.has(id)),
      runs: results.runs.filter(({ variant }) => kept.has(variant)),
      aggregate: results.aggregate.filter(({ variant }) => kept.has(variant)),
    },
    note: `The ${grouped(MOST_VARIANTS)} best of ${grouped(count)} variants by ${scoreWords(score)}; variants.csv has all.`,
  };
}
