import { checkMerged } from './check.js';
import { spellOut } from './choices.js';
import { completeFiles } from './complete-data.js';
import { defaultName } from './defaults.js';
import { completeDiagnostics } from './diagnostics.js';
import { type Finding, touches } from './finding.js';
import { type ConfigLayer, formatPath, holds, objectLayer, ownerOf, type Path } from './layer.js';
import { isPlainMap, mergeLayers } from './merge.js';
import { InputError, type Problem } from './problem.js';
import { reservedFindings } from './shape.js';
import type { SweepConfig, VariantsSettings } from './types.js';
import { withCheckedRates } from './variants/check-rate.js';
import { normalForm } from './variants/read.js';
import { axisFindings, pathsAsText, reshapes, variantsFindings } from './variants/settings.js';

/**
 * Completes a partial config, given in code, with the defaults and checks it; a complete one
 * comes back equal. Arrays of samples are allowed as data and are not copied.
 *
 * @throws {InputError} with every problem found.
 */
export function resolveConfig(input: unknown = {}): SweepConfig {
  const { config, problems } = resolveLayers([objectLayer(input)]);
  if (!config) throw new InputError(problems);
  return config;
}

export type Resolved =
  | { config: SweepConfig; problems: [] }
  | { config: undefined; problems: Problem[] };

/**
 * Lays `layers`, the topmost last, over the defaults and checks what comes out, in one pass.
 *
 * @param complete false if a layer could not be read: then only what is wrong whatever that layer
 *   says is reported.
 */
export function resolveLayers(layers: readonly ConfigLayer[], complete = true): Resolved {
  const said = (...path: Path) => holds(layers, path);
  const merged = withOneEpoch(
    withDefaultNetwork(
      pathsAsText(spellOut(mergeLayers(layers.map((layer) => layer.value)))),
      said('networks', 'hidden'),
    ),
    said('training', 'epochs'),
  );
  const problems = layers.flatMap((layer) =>
    reservedFindings(layer.value).map((finding) => placed([layer], finding, layer.value)),
  );
  const { config, findings } = check(merged, holds(layers, ['name']));
  const judged = complete ? findings : findings.filter((finding) => !finding.depends);
  problems.push(...judged.map((finding) => placed(layers, finding, merged)));
  if (problems.length > 0) return { config: undefined, problems: inFileOrder(problems) };
  return { config, problems: [] };
}

function check(merged: unknown, isNamed: boolean): { config: SweepConfig; findings: Finding[] } {
  const { output, findings } = checkMerged(merged);
  const written = isPlainMap(merged) ? merged.variants : undefined;
  const { variants: _, ...base } = (output ?? {}) as SweepConfig;
  const isBroken = written !== undefined && touches(findings, ['variants']);
  // Keys that vary are judged by the values that they take.
  const certain =
    written === undefined || isBroken ? findings : findings.filter(({ depends }) => !depends);
  if (isBroken || certain.length > 0) {
    const axes = written === undefined ? [] : axisFindings(base, written, findings);
    return { config: base, findings: [...certain, ...axes] };
  }
  const config = completed(base, isNamed);
  const checked = config.diagnostics?.checkRate ? withCheckedRates(config, written) : undefined;
  if (checked && checked.findings.length > 0) return { config, findings: checked.findings };
  const section = (checked?.variants ?? written) as VariantsSettings | undefined;
  if (section === undefined) return { config, findings };
  const { variants, findings: found } = variantsFindings(config, section);
  return { config: { ...config, variants: normalForm(variants) }, findings: found };
}

/** Where networks are reshaped and none is given there is one to begin with. */
function withDefaultNetwork(merged: unknown, isGiven: boolean): unknown {
  if (isGiven || !isPlainMap(merged) || !isPlainMap(merged.networks)) return merged;
  if (!reshapes(merged.variants)) return merged;
  return { ...merged, networks: { ...merged.networks, hidden: [[{ units: 16 }]] } };
}

/** What is solved at once has one epoch. */
function withOneEpoch(merged: unknown, isGiven: boolean): unknown {
  if (isGiven || !isPlainMap(merged) || !isPlainMap(merged.training)) return merged;
  if (merged.training.method !== 'least-squares') return merged;
  return { ...merged, training: { ...merged.training, epochs: 1 } };
}

/** Fills in the defaults that depend on other keys. */
function completed(config: SweepConfig, isNamed: boolean): SweepConfig {
  const { diagnostics: said, ...complete } = withoutDefaultMethod(completeFiles(config));
  const diagnostics = completeDiagnostics(said);
  return {
    ...complete,
    name: isNamed ? config.name : defaultName(complete.data),
    ...(diagnostics && { diagnostics }),
  };
}

/** The usual method says nothing: a config has one spelling. */
function withoutDefaultMethod(config: SweepConfig): SweepConfig {
  const { method, ...training } = config.training as { method?: string } & SweepConfig['training'];
  return method === 'least-squares' ? config : { ...config, training };
}

function placed(layers: readonly ConfigLayer[], finding: Finding, merged: unknown): Problem {
  const { part, otherwise } = finding;
  const path = otherwise && !holds(layers, finding.path) ? otherwise : finding.path;
  const layer = ownerOf(layers, path, merged);
  const written = asWritten(layer?.value, path);
  const place = layer?.place(written, part) ?? {};
  const parent = part === 'key' ? written.slice(0, -1) : written;
  const named = layer?.showPath && parent.length > 0 ? `${formatPath(parent)}: ` : '';
  return { ...place, message: `${named}${finding.message}` };
}

/** The path as far as the user wrote it: a name alone has no `name`, a width alone no `units`. */
function asWritten(value: unknown, path: Path): Path {
  let at = value;
  for (let depth = 0; depth < path.length; depth++) {
    if (at === null || (at !== undefined && typeof at !== 'object')) return path.slice(0, depth);
    at = (at as Record<string | number, unknown> | undefined)?.[path[depth]];
  }
  return path;
}

/** By line and column within a file; the order of files and flags stays. */
function inFileOrder(problems: Problem[]): Problem[] {
  const order = [...new Set(problems.map((problem) => problem.where))];
  const rank = (problem: Problem) => order.indexOf(problem.where);
  return problems.sort(
    (a, b) =>
      rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}
