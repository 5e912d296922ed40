/** Numbers and lists as sentences show them: the same text on every engine and in every locale. */

/** Three significant digits: `0.0118`, `98.0`, `1,230`, `1.23e-7`; a dash when there is no number. */
export function figure(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 999_500 || size < 1e-4) return value.toExponential(2).replace('e+', 'e');
  if (size >= 999.5) return grouped(Number(value.toPrecision(3)));
  return value.toPrecision(3);
}

/** Three significant digits without trailing zeros, for settings: `0.001`, `10`. */
export function setting(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** A share as `97.2 %`; 0 and 1 only where it is just that. */
export function percent(share: number | null | undefined): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return '–';
  if (share === 0 || share === 1) return `${100 * share} %`;
  if (share < 0.0005) return '< 0.1 %';
  return share >= 0.9995 ? '> 99.9 %' : `${(100 * share).toFixed(1)} %`;
}

/** A whole number with its thousands set apart: `12,001`. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `4-2-1 seed 42`, and `fold 3` where there are folds. */
export function runName(run: { variant: string; seed: number; fold?: number }): string {
  const fold = run.fold === undefined ? '' : ` fold ${run.fold}`;
  return `${run.variant} seed ${run.seed}${fold}`;
}

/** `1 network`, `12 networks`, `0 networks`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and c`; past `most` names the rest is counted. */
export function listed(names: readonly string[], most = 6): string {
  if (names.length === 0) return 'none';
  const shown =
    names.length <= most
      ? names
      : [...names.slice(0, most - 1), `${grouped(names.length - most + 1)} more`];
  const head = shown.slice(0, -1);
  const last = shown[shown.length - 1];
  return head.length === 0 ? last : `${head.join(', ')} and ${last}`;
}

/** As a sentence begins. */
export function capital(words: string): string {
  return `${words[0].toUpperCase()}${words.slice(1)}`;
}
