/** A figure as a part of a page. */
export interface Inlined {
  /** The svg element, without its style sheet; its title is its label. */
  markup: string;
  /** Rules for a dark screen, all of them below the class of the figure. */
  rules: string;
  /** Escaped. */
  title: string;
  /** Its numbers in words, escaped. */
  description: string;
}

const DOCUMENT =
  /^<svg ([^>]*)>\n<title>([^<]*)<\/title>\n<desc(?:>([^<]*)<\/desc|\/)>\n<style>@media screen and \(prefers-color-scheme:dark\)\{([^<]*)\}<\/style>\n([\s\S]*)<\/svg>\n$/;

/**
 * Takes a figure of `renderFigure` apart: a page has one style sheet, which its policy names, and the
 * description stands below the figure for everyone.
 *
 * @param words id of the element that holds the description.
 */
export function inlined(source: string, words: string): Inlined {
  const found = DOCUMENT.exec(source);
  if (found === null) throw new Error(`found no figure in ${source.slice(0, 60)}`);
  const [, attributes, title, description = '', rules, body] = found;
  const own = attributes.replace(/^xmlns="[^"]*" /, '');
  const markup = `<svg ${own} aria-label="${title}" aria-describedby="${words}">\n${body}</svg>`;
  return { markup, rules, title, description };
}
