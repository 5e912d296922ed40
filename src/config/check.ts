import * as v from 'valibot';
import { arraysFindings } from './arrays.js';
import { shorten } from './choices.js';
import { crossFindings } from './cross-checks.js';
import { ASSIGNMENT_DATA } from './data-defaults.js';
import { explainIssues } from './explain.js';
import { type Finding, startsWith } from './finding.js';
import { isPlainMap, type PlainMap } from './plain-map.js';
import { ConfigSchema } from './schema.js';
import { type ShapeSchema, shapeFindings } from './shape.js';
import type { SweepConfig } from './types.js';

/** The schema of a complete config as shape.ts reads it. */
export const CONFIG_SHAPE = ConfigSchema as unknown as ShapeSchema;

/**
 * Checks a merged config whose choices are spelled out.
 *
 * @param rows whether samples in memory are looked at, too: it takes a while.
 * @returns the config, choices in their one spelling; complete where there are no findings.
 */
export function checkMerged(
  merged: unknown,
  { rows = true } = {},
): { output: unknown; findings: Finding[] } {
  const arrays = isPlainMap(merged) && isPlainMap(merged.data) && merged.data.kind === 'arrays';
  // The schema describes files; samples in memory are checked by hand, and much faster.
  const schemaInput = arrays ? { ...merged, data: ASSIGNMENT_DATA } : merged;
  const findings = shapeFindings(CONFIG_SHAPE, schemaInput);
  const broken = findings.filter((finding) => finding.part === 'value');
  const result = v.safeParse(ConfigSchema, schemaInput);
  const issues = explainIssues(result.issues ?? []);
  findings.push(...issues.filter((i) => !broken.some((b) => startsWith(i.path, b.path))));
  let output: unknown = isPlainMap(result.output) ? shorten(result.output) : result.output;
  if (arrays) {
    findings.push(...arraysFindings(merged.data as PlainMap, rows));
    output = { ...(output as object), data: merged.data };
  }
  findings.push(...crossFindings(output as SweepConfig, findings));
  return { output, findings };
}
