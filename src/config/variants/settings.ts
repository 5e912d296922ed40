import { CONFIG_SHAPE, checkMerged } from '../check.js';
import { spellOut } from '../choices.js';
import { completeFiles } from '../complete-data.js';
import { mapConfigFiles } from '../files.js';
import { type Finding, startsWith, touches, value } from '../finding.js';
import type { Path } from '../layer.js';
import { mergeLayers } from '../merge.js';
import { isPlainMap } from '../plain-map.js';
import { MAX_SETTINGS } from '../schema/variants.js';
import { describeValue, grouped } from '../text.js';
import type { SweepConfig, VariantsSettings } from '../types.js';
import {
  type Combination,
  combinations,
  countCombinations,
  type HyperValue,
  patchOf,
} from './expand.js';
import { type AxisNames, axisNames, SHAPE_AXES } from './names.js';
import { readVariants, type Variants } from './read.js';
import { reshape } from './reshape.js';

/** Everything that the networks of a sweep have in common, in one of the ways in which it varies. */
export interface Setting {
  /** What differs between the settings, by short name; {} where there is one. */
  hyper: Readonly<Record<string, HyperValue>>;
  /** Complete, and without variants. */
  config: SweepConfig;
  /** Networks are scaled until they have about so many parameters. */
  params?: number;
}

/** The settings of a complete config, in the order of the results. */
export function settingsOf({ variants, ...config }: SweepConfig): Setting[] {
  if (!variants) return [{ hyper: {}, config }];
  const names = axisNames(CONFIG_SHAPE, config.data.kind);
  const read = readVariants(variants as VariantsSettings, names, config.seed).variants;
  return combinations(read, names).map((combination) => {
    const { output } = settle(config, combination, false);
    return { hyper: combination.hyper, config: output, ...paramsOf(combination) };
  });
}

/**
 * What is wrong with a section, and with every config that comes of it.
 *
 * @param config complete, without variants, and good.
 * @param written the section as it stands in the merged config.
 */
export function variantsFindings(
  config: SweepConfig,
  written: VariantsSettings,
): {
  findings: Finding[];
  variants: Variants;
} {
  const names = axisNames(CONFIG_SHAPE, config.data.kind);
  const { variants, findings } = readVariants(written, names, config.seed);
  if (findings.length === 0) findings.push(...tooMany(variants, names));
  if (findings.length > 0) return { findings, variants };
  const found = combinations(variants, names).flatMap((combination) =>
    settle(config, combination, true).findings.map((finding) => traced(finding, combination)),
  );
  const distinct = new Map(found.map((each) => [`${each.path.join('.')} ${each.message}`, each]));
  return { findings: [...distinct.values()], variants };
}

/** What is wrong with the axes of a section by themselves, as far as it has the shape of one. */
export function axisFindings(
  { data, seed }: SweepConfig,
  written: unknown,
  found: readonly Finding[],
): Finding[] {
  if (!isPlainMap(written)) return [];
  const isGood = (...keys: string[]) => !touches(found, ['variants', ...keys]);
  const { list, grid, random } = written as VariantsSettings;
  const parts: VariantsSettings = {
    ...(list && isGood('list') && { list }),
    ...(grid && isGood('grid') && { grid }),
    ...(random && isPlainMap(random) && isGood('random', 'over') && { random }),
  };
  return readVariants(parts, axisNames(CONFIG_SHAPE, data?.kind), seed).findings;
}

/** Whether a section, good or not, reshapes networks: then one is enough to begin with. */
export function reshapes(written: unknown): boolean {
  if (!isPlainMap(written)) return false;
  const { list, grid, random } = written;
  const maps = [...(Array.isArray(list) ? list : []), grid, isPlainMap(random) && random.over];
  const keys = maps.filter(isPlainMap).flatMap((map) => Object.keys(map));
  const ends = SHAPE_AXES.map((path) => path.split('.')[1]);
  return keys.some((key) => ends.includes(key.split('.').at(-1)!));
}

/** The config with the values of a combination. */
function settle(
  config: SweepConfig,
  combination: Combination,
  check: boolean,
): { output: SweepConfig; findings: Finding[] } {
  const patch = patchOf(combination, isShape);
  const merged = mergeLayers([pathsAsText(config), patch]) as Record<string, unknown>;
  const networks = merged.networks as SweepConfig['networks'];
  const findings = check ? shapeFindings(config, combination) : [];
  const shape = findings.length > 0 ? {} : shapeOf(combination);
  const hidden = networks.hidden.map((layers) => reshape(layers, shape));
  const reshaped = { ...merged, networks: { ...networks, hidden } };
  const { output, findings: found } = checkMerged(spellOut(reshaped), { rows: false });
  findings.push(...(check ? found : []));
  if (findings.length > 0) return { output: config, findings };
  const settled = output as SweepConfig;
  return { output: completeFiles(settled), findings };
}

function isShape(path: string): boolean {
  return (SHAPE_AXES as readonly string[]).includes(path);
}

function valueAt({ values }: Combination, path: string) {
  return values.find((each) => each.path === path);
}

function shapeOf(combination: Combination) {
  const number = (path: string) => valueAt(combination, path)?.value as number | undefined;
  return { depth: number('networks.depth'), width: number('networks.width') };
}

function paramsOf(combination: Combination): { params?: number } {
  const params = valueAt(combination, 'networks.params')?.value;
  return params === undefined ? {} : { params: params as number };
}

const MOST = { depth: 1000, width: 1_000_000, params: 1_000_000_000 };

/** What reshapes must be whole numbers, and there must be a layer to reshape. */
function shapeFindings({ networks }: SweepConfig, combination: Combination): Finding[] {
  return SHAPE_AXES.flatMap((path): Finding[] => {
    const found = valueAt(combination, path);
    if (!found) return [];
    const at = { path: path.split('.'), part: 'value' } as const;
    const most = MOST[path.split('.')[1] as keyof typeof MOST];
    const number = found.value;
    const least = path === 'networks.depth' ? 0 : 1;
    if (!Number.isInteger(number) || Number(number) < least || Number(number) > most) {
      const expected = `a whole number from ${least} to ${grouped(most)}`;
      return [{ ...at, message: `found ${describeValue(number)}, expected ${expected}` }];
    }
    if (networks.hidden.every((layers) => layers.length > 0)) return [];
    return [{ ...at, message: 'found a network without hidden layers, expected one to reshape' }];
  });
}

/** A finding in a config of the sweep, where the user wrote the value that it comes from. */
function traced(finding: Finding, { values }: Combination): Finding {
  const near = (path: Path, at: Path) => startsWith(path, at) || startsWith(at, path);
  const paths = finding.otherwise ? [finding.path, finding.otherwise] : [finding.path];
  const owners = values.filter(({ path }) => {
    const own =
      isShape(path) && finding.path[1] === 'hidden' ? ['networks', 'hidden'] : path.split('.');
    return paths.some((each) => near(each, own));
  });
  const owner = owners.sort((a, b) => b.path.length - a.path.length)[0];
  if (!owner) return finding;
  const key = finding.path.join('.');
  const message = key === owner.path ? finding.message : `${key}: ${finding.message}`;
  return { path: owner.written, part: 'value', message, depends: true };
}

function tooMany(variants: Variants, names: AxisNames): Finding[] {
  const count = countCombinations(variants, names);
  if (count <= MAX_SETTINGS) return [];
  const message = `found ${grouped(count)} combinations, expected at most ${grouped(MAX_SETTINGS)}`;
  return [value(['variants'], message)];
}

/** A resolved config holds `{path}`, a file the path alone; the schema knows the latter. */
export function pathsAsText<T>(merged: T): T {
  if (!isPlainMap(merged)) return merged;
  return mapConfigFiles(merged, (file) =>
    isPlainMap(file) && Object.keys(file).join() === 'path' ? file.path : file,
  );
}
