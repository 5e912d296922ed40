import { choice } from './dom.js';

const DARK = /prefers-color-scheme:\s*dark/;

/** Light, dark, or as the system: the rules for dark screens are switched, paper stays light. */
export function chooseTheme(place: HTMLElement): void {
  const sheets = [...document.styleSheets];
  const rules = sheets
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule)
    .filter((rule) => DARK.test(rule.media.mediaText));
  const usual = rules.map((rule) => rule.media.mediaText);
  place.append(
    choice('colours', ['as the system', 'light', 'dark'], 0, (at) => {
      rules.forEach((rule, index) => {
        rule.media.mediaText = [usual[index], 'not all', 'screen'][at];
      });
      document.documentElement.style.colorScheme = ['', 'light', 'dark'][at];
    }),
  );
}
