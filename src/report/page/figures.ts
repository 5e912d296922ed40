import { counted } from '../../results/wording.js';
import { escaped, tag } from './html.js';
import { inlined } from './inlined.js';

/** A figure that a page may show. */
export interface PageFigure {
  /** `figures/loss-curves.svg` */
  path: string;
  /** What it shows, in a line. */
  caption: string;
  source: string;
}

/** Of all figures together: beyond it a page opens slowly. */
const MOST_BYTES = 2_000_000;
/** More drawings of networks are no help. */
const MOST_NETWORKS = 12;
/** What the charts of the page show, too; on a screen with a script those stand in their place. */
const CHARTED = /^figures\/(?:(?:error|accuracy|r2)-vs-params|loss-curves)\.svg$/;

/** Markup and the rules that it needs on a dark screen. */
export interface Part {
  markup: string;
  rules: string;
}

/** The charts, then the figures in their order; at the end the networks, folded. */
export function figuresSection(
  figures: readonly PageFigure[],
  networks: readonly PageFigure[],
  note: string,
): Part {
  const { kept, left } = withinBytes(figures);
  const shown = kept.map((each) => figureElement(each, CHARTED.test(each.path)));
  const drawn = networks.length <= MOST_NETWORKS ? networks.map((each) => figureElement(each)) : [];
  const markup = tag('section', { id: 'figures', 'aria-labelledby': 'figures-head' }, [
    tag('h2', { id: 'figures-head' }, 'Figures'),
    tag('div', { id: 'charts' }),
    ...(note === '' ? [] : [tag('p', { class: 'note scripted' }, escaped(note))]),
    ...shown.map(({ markup }) => markup),
    ...(left.length === 0
      ? []
      : [
          tag(
            'p',
            { class: 'note' },
            escaped(`Left out for their size: ${left.map(({ path }) => path).join(', ')}.`),
          ),
        ]),
    ...(drawn.length === 0
      ? []
      : [
          tag('details', { class: 'networks' }, [
            tag('summary', {}, `${counted(drawn.length, 'network')}, drawn`),
            ...drawn.map(({ markup }) => markup),
          ]),
        ]),
  ]);
  return { markup, rules: [...shown, ...drawn].map(({ rules }) => rules).join('') };
}

/** A figure with its caption, and its numbers in words. */
export function figureElement({ path, caption, source }: PageFigure, isCharted = false): Part {
  const id = path.replace(/^figures\/|\.svg$/g, '').replace(/[^\w-]/g, '-');
  const { markup, rules, description } = inlined(source, `words-${id}`);
  return {
    rules,
    markup: tag('figure', { id: `figure-${id}`, class: isCharted ? 'charted' : undefined }, [
      tag('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': caption }, markup),
      tag('figcaption', {}, [
        escaped(caption),
        tag('details', { class: 'words' }, [
          tag('summary', {}, 'in words'),
          tag('p', { id: `words-${id}` }, description),
        ]),
      ]),
    ]),
  };
}

function withinBytes(figures: readonly PageFigure[]) {
  const [kept, left]: [PageFigure[], PageFigure[]] = [[], []];
  let bytes = 0;
  for (const each of figures) {
    if (bytes + each.source.length > MOST_BYTES) left.push(each);
    else {
      bytes += each.source.length;
      kept.push(each);
    }
  }
  return { kept, left };
}
