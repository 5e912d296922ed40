import { SCRIPT, SCRIPT_SHA256, STYLE, STYLE_SHA256 } from '../../dist/live/assets.js';
import type { SweepPlan } from '../events.js';
import { pageData } from '../report/page/chart-data.js';
import { escaped, scriptJson, tag } from '../report/page/html.js';
import { configYaml } from '../report/page/reproduce.js';
import { tableSection } from '../report/page/table.js';
import { metricsIn } from '../results/measured.js';
import type { Results } from '../results/schema.js';
import { counted } from '../results/wording.js';
import type { LivePlan, LiveUpdate, MeasureName } from './data.js';
import { type Shown, shownOf } from './shown.js';
import { type Identity, untrained } from './untrained.js';

/** As of report.html. */
const MOST_VARIANTS = 1000;

/** Nothing is loaded but the events of the sweep, and nothing runs but what stands in the page. */
export const LIVE_POLICY = [
  "default-src 'none'",
  `script-src 'sha256-${SCRIPT_SHA256}'`,
  `style-src 'sha256-${STYLE_SHA256}'`,
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface LivePage {
  shown: Shown;
  /** The document, for whoever comes when so much has happened. */
  html(state: LiveUpdate): string;
}

/** The page of a sweep that trains: that of its report as far as there is something to show. */
export function livePage(identity: Identity, plan: SweepPlan & { threads: number }): LivePage {
  const results = untrained(identity, plan, MOST_VARIANTS);
  const data = pageData(results, results);
  const names = measureNames(results);
  const curved = data.measures.flatMap(({ curves }) => (curves ? [curves] : []));
  const withCurves = new Set(curved.flat().map(({ variant }) => variant));
  const shown = shownOf(plan, results.variants.length, withCurves, curved.length);
  const live: LivePlan = {
    measures: names,
    columns: ['loss', ...metricsIn(results)],
    threads: plan.threads,
    epochs: shown.epochs,
  };
  const head = headOf(identity);
  const main = mainOf(results, shown.note, plan);
  const constant = [json('data', data), json('plan', live)];
  return {
    shown,
    html(state) {
      const scripts = [...constant, json('state', state), tag('script', {}, SCRIPT)];
      const body = tag('body', {}, `\n${[main, ...scripts].join('\n')}\n`);
      return `<!doctype html>\n${tag('html', { lang: 'en' }, `\n${head}\n${body}\n`)}\n`;
    },
  };
}

/** Of the measures of a page, which puts accuracy first. */
function measureNames(results: Results): MeasureName[] {
  const names: MeasureName[] = ['loss', ...metricsIn(results)];
  return names.includes('accuracy')
    ? ['accuracy', ...names.filter((n) => n !== 'accuracy')]
    : names;
}

function json(id: string, value: unknown): string {
  return tag('script', { type: 'application/json', id }, scriptJson(value));
}

function headOf({ name, configHash }: Identity): string {
  return tag('head', {}, [
    '\n',
    [
      tag('meta', { charset: 'utf-8' }),
      tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      tag('meta', { name: 'color-scheme', content: 'light dark' }),
      '<link rel="icon" href="data:,">',
      tag('title', {}, escaped(`${name} (${configHash}), training`)),
      tag('style', {}, STYLE),
    ].join('\n'),
    '\n',
  ]);
}

function mainOf(results: Results, note: string, plan: SweepPlan & { threads: number }): string {
  const { name, configHash } = results;
  const links = [
    ['figures', 'Curves'],
    ['threads', 'Threads'],
    ['table', 'Table'],
    ['config', 'Configuration'],
  ];
  const { networks, variants } = plan;
  const isVaried = variants.length > networks.length;
  const settings = isVaried ? ` in ${counted(variants.length, 'variant')}` : '';
  const trains = `${counted(networks.length, 'network')}${settings}, ${counted(plan.trials.length, 'training')} on ${counted(plan.threads, 'thread')}.`;
  return [
    tag('header', {}, [
      tag('div', { class: 'title' }, [
        tag('h1', {}, [escaped(name), ' ', tag('small', {}, escaped(configHash))]),
        tag('div', { id: 'theme' }),
      ]),
      tag('p', {}, escaped(`${trains} When it is done, this page becomes the report.`)),
      tag(
        'nav',
        { 'aria-label': 'Sections' },
        links.map(([id, text]) => tag('a', { href: `#${id}` }, text)),
      ),
    ]),
    tag('noscript', {}, tag('p', { class: 'note' }, 'Without JavaScript there is no news here.')),
    tag(
      'main',
      {},
      [
        progressSection(),
        section('figures', 'Curves so far', [
          tag('div', { id: 'charts' }),
          tag(
            'p',
            { class: 'note' },
            escaped(
              `Curves: medians over the runs that got so far, finished or not. Final values: over the finished runs. ${note}`.trim(),
            ),
          ),
        ]),
        section('threads', 'Threads', [tag('div', { id: 'timeline' })]),
        tableSection(results, 'The table fills as they finish.'),
        configSection(results),
      ].join('\n'),
    ),
  ].join('\n');
}

function progressSection(): string {
  return tag('section', { id: 'progress', class: 'card', 'aria-labelledby': 'progress-head' }, [
    tag('h2', { id: 'progress-head', class: 'spoken' }, 'Progress'),
    tag('div', { class: 'title' }, [
      tag('p', { id: 'headline', class: 'lead' }, 'Training'),
      tag('div', { id: 'stop' }),
    ]),
    tag('div', { id: 'bar' }),
    tag('p', { id: 'totals' }),
    tag('p', { id: 'lost' }),
    tag('ul', { id: 'active', 'aria-label': 'In training' }),
    tag('div', { id: 'news', class: 'spoken', role: 'status', 'aria-live': 'polite' }),
  ]);
}

function configSection(results: Results): string {
  const text = configYaml(results) ?? `${JSON.stringify(results.config, null, 2)}\n`;
  return section('config', 'Configuration', [
    tag('pre', { tabindex: 0, role: 'group', 'aria-label': 'Configuration' }, `\n${escaped(text)}`),
  ]);
}

function section(id: string, title: string, children: readonly string[]): string {
  return tag('section', { id, 'aria-labelledby': `${id}-head` }, [
    tag('h2', { id: `${id}-head` }, title),
    ...children,
  ]);
}
