import { SET_WORDS } from '../../results/measured.js';
import type { DoubleDescentEvidence, Observation, Results } from '../../results/schema.js';
import { ranked, scored, scoreOf } from '../../results/score.js';
import { counted, figure, grouped } from '../../results/wording.js';
import { scoreWords } from '../best-variants.js';
import { unfinishedWords } from '../words.js';
import { escaped, tag } from './html.js';

/** More curves than this share one line. */
const MOST_VERDICTS = 6;

/** What may be concluded: the verdict, the numbers that carry it, everything that was observed. */
export function verdictSection(results: Results): string {
  const { observations } = results;
  const judged = observations.filter(isJudged);
  const verdicts = judged.slice(0, MOST_VERDICTS).map(verdictCard);
  const more = judged.slice(MOST_VERDICTS).map(({ text }) => tag('p', {}, escaped(text)));
  // The first says what was trained, as the head of the page does.
  const rest = observations.filter(
    (each) => each.kind !== 'trained' && !judged.includes(each as Judged),
  );
  return tag('section', { id: 'verdict', 'aria-labelledby': 'verdict-head' }, [
    tag('h2', { id: 'verdict-head' }, judged.length === 0 ? 'In short' : 'Verdict'),
    ...verdicts,
    ...(more.length === 0
      ? []
      : [
          tag('details', {}, [
            tag('summary', {}, `${counted(more.length, 'more curve')}`),
            ...more,
          ]),
        ]),
    tag('dl', { class: 'tiles' }, tiles(results)),
    tag('h3', {}, 'What was observed'),
    tag(
      'ul',
      { class: 'observed' },
      rest.map(({ text }) => tag('li', {}, escaped(text))),
    ),
  ]);
}

type Judged = Observation & { evidence: Record<string, unknown> & DoubleDescentEvidence };

function isJudged(observation: Observation): observation is Judged {
  const { kind, evidence } = observation;
  return kind === 'double-descent' && evidence.verdict !== 'not judged';
}

/** The verdict large, its sentences below. */
function verdictCard({ text, evidence: { verdict, curve } }: Judged): string {
  const head = `Double descent: ${verdict}`;
  const body = text.slice(text.indexOf(head) + head.length).replace(/^\.\s*/, '');
  return tag('div', { class: `card ${verdict.replace(' ', '-')}` }, [
    ...(curve === '' ? [] : [tag('p', { class: 'curve' }, escaped(curve))]),
    tag('p', { class: 'lead' }, escaped(head)),
    ...(body === '' ? [] : [tag('p', {}, escaped(body))]),
  ]);
}

function tiles(results: Results): string[] {
  const { runs, networks, observations } = results;
  const sizes = networks.map(({ params }) => params).sort((a, b) => a - b);
  const [least, most] = [sizes[0], sizes[sizes.length - 1]];
  const lost = runs.filter(({ status }) => status !== 'done');
  const tested = observations.filter(isJudged).filter(({ evidence }) => evidence.p !== null);
  return [
    ...bestTile(results),
    ...(tested.length === 1 ? [effectTile(tested[0].evidence)] : []),
    tile(
      'networks',
      grouped(networks.length),
      least === most
        ? counted(least, 'parameter')
        : `${grouped(least)} to ${grouped(most)} parameters`,
    ),
    tile(
      'runs finished',
      `${grouped(runs.length - lost.length)} of ${grouped(runs.length)}`,
      unfinishedWords(lost, runs.length) || 'none diverged, none failed',
    ),
  ];
}

/** The best by the score of the sweep; nothing where no run finished. */
function bestTile(results: Results): string[] {
  const score = scoreOf(results);
  const [best] = ranked(results.aggregate, score);
  const value = best && scored(score, best, score.shown);
  if (!best || value === null) return [];
  const words = `${SET_WORDS[score.shown]} ${score.noun} ${score.write(value)}`;
  const by = score.by === score.shown ? score.statistic : `by ${scoreWords(score)}`;
  return [tile('best network', best.variant, `${words} (${by})`)];
}

function effectTile({ effect, low, high, p }: DoubleDescentEvidence): string {
  return tile(
    'highest bump over its sides',
    `${figure(effect)} ×`,
    `95 % bounds ${figure(low)} and ${figure(high)}, p = ${figure(p)}`,
  );
}

function tile(name: string, value: string, words: string): string {
  return tag('div', { class: 'tile' }, [
    tag('dt', {}, escaped(name)),
    tag('dd', {}, [tag('b', {}, escaped(value)), tag('span', {}, escaped(words))]),
  ]);
}
