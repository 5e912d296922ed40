/** Hyper-parameters that the id of a network tells. */
export const TOLD_BY_NETWORK: ReadonlySet<string> = new Set(['depth', 'width', 'params']);

/** What tells a variant from others with its network: `optimizer=adam learningRate=0.01`; an entry of
 * a list by its own label. */
export function hyperLabel(hyper: Readonly<Record<string, number | string | boolean>>): string {
  return Object.entries(hyper)
    .filter(([name]) => !TOLD_BY_NETWORK.has(name))
    .map(([name, value]) => (name === 'setting' ? String(value) : `${name}=${value}`))
    .join(' ');
}
