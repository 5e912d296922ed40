import { grouped } from '../../results/wording.js';
import { axisTitles, combinationWords } from '../axis-words.js';
import { isRepeated, seedWords, unfinishedWords } from '../words.js';
import type { Drawing } from './drawing.js';
import { markerTitle, runWord } from './marks.js';

/** What is drawn, and over what its middle is taken. */
export function subtitle({ results, spec, along, best, colours }: Drawing): string {
  const several = isRepeated(results);
  const statistic = spec.isWhole ? '' : `${spec.statistic ?? 'median'} `;
  const middle = `${several ? `${statistic}over ` : ''}${seedWords(results)}`;
  if (colours) {
    const spread =
      several && !spec.isWhole
        ? `; ${along.kind === 'categories' ? 'bars' : 'bands'}: quartiles`
        : '';
    return `${spec.what} by ${axisTitles(along.others)}, ${middle}${spread}${spec.isWhole ? '' : `; dots: ${runWord(results)}`}`;
  }
  const what = `${spec.what} of each ${along.bySize ? 'network' : 'variant'}, ${middle}`;
  return best === undefined ? what : `${what}; ${best.words}`;
}

/** As many runs as do not finish in such a sweep cannot be named. */
export function lostNotes({ results: { runs }, along }: Drawing): string[] {
  const words = unfinishedWords(
    runs.filter(({ status }) => status !== 'done'),
    runs.length,
  );
  if (words === '') return [];
  return [
    `Not in medians and bands: ${words}; above a plot, how many of all at each ${along.title}.`,
  ];
}

/** The numbers of the figure in words. */
export function description({ spec, sets, along, lines, best, colours }: Drawing): string {
  const references = spec.references.map((mark) => mark.label);
  const places = (spec.marks ?? []).map(({ value, label }) => `${label} at ${grouped(value)}`);
  const tail = [
    ...(references.length === 0 ? [] : [` For reference: ${references.join('; ')}.`]),
    ...(places.length === 0 ? [] : [` Marked along x: ${places.join('; ')}.`]),
  ].join('');
  const head = best === undefined ? '' : `${best.words}, ${best.by}: `;
  const each = lines.map(({ values, points }) => {
    const words = points.map((record) => {
      if (spec.series) return sets.map((set) => markerTitle(record, set, spec)).join(', ');
      const test = spec.measure.spreads(record)?.test.median;
      return `${markerTitle(record, 'train', spec)}, test ${spec.write(test)}`;
    });
    const label = colours ? `${combinationWords(along.others, values)}: ` : '';
    return `${label}${words.join('; ')}.`;
  });
  return `${head}${each.join(' ') || '.'}${tail}`;
}
