import type { Diagnostics, DiagnosticsConfig } from './types.js';

/** Only what costs nothing that is worth a word is on. */
export const DIAGNOSTICS_DEFAULTS: Readonly<Diagnostics> = {
  gap: false,
  norm: false,
  jacobian: false,
  variance: false,
  references: true,
  checkRate: false,
};

const NAMES = Object.keys(DIAGNOSTICS_DEFAULTS) as (keyof Diagnostics)[];

/** All switches. */
export function allSwitches(said: DiagnosticsConfig = {}): Diagnostics {
  return { ...DIAGNOSTICS_DEFAULTS, ...said };
}

/** The switches that differ from their defaults, in one order; undefined: none, so that a config that
 * says what goes without saying has the hash of one that does not. */
export function completeDiagnostics(said: DiagnosticsConfig = {}): DiagnosticsConfig | undefined {
  const own = NAMES.filter(
    (name) => said[name] !== undefined && said[name] !== DIAGNOSTICS_DEFAULTS[name],
  );
  if (own.length === 0) return undefined;
  return Object.fromEntries(own.map((name) => [name, said[name]]));
}
