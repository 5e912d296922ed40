import * as v from 'valibot';
import { arraysFindings } from './arrays.js';
import { shorten, spellOut } from './choices.js';
import { completeData } from './complete-data.js';
import { crossFindings } from './cross-checks.js';
import { ASSIGNMENT_DATA } from './data-defaults.js';
import { defaultName } from './defaults.js';
import { explainIssues } from './explain.js';
import { mapFiles } from './files.js';
import { type Finding, startsWith } from './finding.js';
import { type ConfigLayer, formatPath, holds, objectLayer, ownerOf, type Path } from './layer.js';
import { isPlainMap, mergeLayers, type PlainMap } from './merge.js';
import { InputError, type Problem } from './problem.js';
import { ConfigSchema } from './schema.js';
import { reservedFindings, type ShapeSchema, shapeFindings } from './shape.js';
import type { SweepConfig } from './types.js';

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
  const merged = pathsAsText(spellOut(mergeLayers(layers.map((layer) => layer.value))));
  const problems = layers.flatMap((layer) =>
    reservedFindings(layer.value).map((finding) => placed([layer], finding, layer.value)),
  );
  const { output, findings } = check(merged);
  const judged = complete ? findings : findings.filter((finding) => !finding.depends);
  problems.push(...judged.map((finding) => placed(layers, finding, merged)));
  if (problems.length > 0) return { config: undefined, problems: inFileOrder(problems) };
  const config = completed(output as SweepConfig, holds(layers, ['name']));
  return { config, problems: [] };
}

function check(merged: unknown): { output: unknown; findings: Finding[] } {
  const arrays = isPlainMap(merged) && isPlainMap(merged.data) && merged.data.kind === 'arrays';
  // The schema describes files; samples in memory are checked by hand, and much faster.
  const schemaInput = arrays ? { ...merged, data: ASSIGNMENT_DATA } : merged;
  const findings = shapeFindings(ConfigSchema as unknown as ShapeSchema, schemaInput);
  const broken = findings.filter((finding) => finding.part === 'value');
  const result = v.safeParse(ConfigSchema, schemaInput);
  const issues = explainIssues(result.issues ?? []);
  findings.push(...issues.filter((i) => !broken.some((b) => startsWith(i.path, b.path))));
  let output: unknown = isPlainMap(result.output) ? shorten(result.output) : result.output;
  if (arrays) {
    findings.push(...arraysFindings(merged.data as PlainMap));
    output = { ...(output as object), data: merged.data };
  }
  findings.push(...crossFindings(output as SweepConfig, findings));
  return { output, findings };
}

/** A resolved config holds `{path}`, a file the path alone; the schema knows the latter. */
function pathsAsText(merged: unknown): unknown {
  if (!isPlainMap(merged) || !isPlainMap(merged.data)) return merged;
  const data = mapFiles(merged.data, (file) =>
    isPlainMap(file) && Object.keys(file).join() === 'path' ? file.path : file,
  );
  return { ...merged, data };
}

/** Fills in the defaults that depend on other keys. */
function completed(config: SweepConfig, isNamed: boolean): SweepConfig {
  const data = completeData(config.data);
  return { ...config, name: isNamed ? config.name : defaultName(data), data };
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
