import { shortChoice } from '../choices.js';
import { type Finding, value } from '../finding.js';
import type { Path } from '../layer.js';
import { isPlainMap } from '../plain-map.js';
import { quote } from '../text.js';
import type {
  AxisValue,
  GridAxis,
  RandomAxis,
  RangeConfig,
  VariantsConfig,
  VariantsSettings,
} from '../types.js';
import type { AxisNames } from './names.js';

/** An axis: what varies, where the user wrote it, and what it takes. */
export interface Axis<A> {
  /** `training.optimizer.learningRate` */
  path: string;
  written: Path;
  takes: A;
}

/** The section of a config, its axes by path, in one order. */
export interface Variants {
  list: { label: string; written: Path; settings: Axis<AxisValue>[] }[];
  grid: Axis<GridAxis>[];
  random?: { samples: number; seed: number; over: Axis<RandomAxis>[] };
}

const DEFAULT_POINTS = 5;
const DEFAULT_SAMPLES = 10;

/**
 * Completes a section whose shape was checked. Axes come sorted by path, so that a key of a section
 * is set after the section itself, and so that a config means the same in whatever order it is
 * written.
 *
 * @param seed of the draws where none is given.
 */
export function readVariants(
  { list = [], grid = {}, random }: VariantsSettings,
  names: AxisNames,
  seed: number,
): { variants: Variants; findings: Finding[] } {
  const findings: Finding[] = [];
  const read = <A>(map: object, at: Path, complete: (axis: WrittenAxis) => A): Axis<A>[] =>
    named(map, at, names, findings).map(({ path, written, takes }) => {
      const axis = takes as WrittenAxis;
      if (!isValues(axis)) findings.push(...rangeFindings(axis, written));
      const short = isValues(axis) ? axis.map((each) => shortChoice(path, each)) : axis;
      return { path, written, takes: complete(short) };
    });
  const variants: Variants = {
    list: list.map(({ label, ...settings }, i) => {
      const written = ['variants', 'list', i];
      const axes = named(settings, written, names, findings) as Axis<AxisValue>[];
      const short = axes.map((axis) => ({ ...axis, takes: shortChoice(axis.path, axis.takes) }));
      return { label: label ?? labelOf(short, names), written, settings: short };
    }),
    grid: read(grid, ['variants', 'grid'], completeGridAxis),
    ...(random && {
      random: {
        samples: random.samples ?? DEFAULT_SAMPLES,
        seed: random.seed ?? seed,
        over: read(random.over, ['variants', 'random', 'over'], completeRandomAxis),
      },
    }),
  };
  findings.push(...labelFindings(variants), ...clashes(variants));
  return { variants, findings };
}

/** The section as a complete config holds it. */
export function normalForm({ list, grid, random }: Variants): VariantsConfig {
  const map = <A>(axes: readonly Axis<A>[]) =>
    Object.fromEntries(axes.map(({ path, takes }) => [path, takes]));
  return {
    ...(list.length > 0 && {
      list: list.map(({ label, settings }) => ({ label, ...map(settings) })),
    }),
    ...(grid.length > 0 && { grid: map(grid) }),
    ...(random && { random: { ...random, over: map(random.over) } }),
  };
}

/** The axes of a map by path; what is no axis is reported and left out. */
function named(map: object, at: Path, names: AxisNames, findings: Finding[]): Axis<unknown>[] {
  const axes = Object.entries(map).flatMap(([name, takes]): Axis<unknown>[] => {
    const written = [...at, name];
    const found = names.find(name);
    if ('path' in found) return [{ path: found.path, written, takes }];
    findings.push({ path: written, part: 'key', message: found.problem });
    return [];
  });
  axes.sort((a, b) => (a.path < b.path ? -1 : 1));
  axes.forEach(({ path, written }, i) => {
    if (axes[i - 1]?.path !== path) return;
    findings.push(value(written, `found ${path} twice, expected it once`));
  });
  return axes;
}

function rangeFindings({ from, to, scale }: WrittenRange, at: Path): Finding[] {
  if (!(from < to)) return [value(at, `found from ${from} to ${to}, expected from below to`)];
  if (scale !== 'log' || from > 0) return [];
  const found = `found from ${from} with scale log`;
  return [value([...at, 'from'], `${found}, expected more than 0, or scale: linear`)];
}

type WrittenRange = { from: number; to: number; scale?: RangeConfig['scale']; points?: number };
type WrittenAxis = readonly AxisValue[] | WrittenRange;

function isValues(axis: WrittenAxis): axis is readonly AxisValue[] {
  return Array.isArray(axis);
}

function completeGridAxis(axis: WrittenAxis): GridAxis {
  if (isValues(axis)) return axis;
  return { ...scaled(axis), points: axis.points ?? DEFAULT_POINTS };
}

function completeRandomAxis(axis: WrittenAxis): RandomAxis {
  return isValues(axis) ? axis : scaled(axis);
}

function scaled({ from, to, scale }: WrittenRange): RangeConfig {
  return { from, to, scale: scale ?? (from > 0 ? 'log' : 'linear') };
}

/** `l2=0.001 dropout=0.5` */
function labelOf(settings: readonly Axis<AxisValue>[], names: AxisNames): string {
  const words = settings.map(({ path, takes }) => `${names.short(path)}=${valueWord(takes)}`);
  return words.join(' ') || 'as configured';
}

/** A value in one word or a few. */
export function valueWord(value: AxisValue): string {
  if (!isPlainMap(value)) return String(value);
  const { name, ...rest } = value as Record<string, AxisValue>;
  const words = Object.entries(rest).map(([key, each]) => `${key}=${valueWord(each)}`);
  return [...(name === undefined ? [] : [String(name)]), ...words].join(' ');
}

function labelFindings({ list }: Variants): Finding[] {
  const first = new Map<string, number>();
  return list.flatMap(({ label, written }, i): Finding[] => {
    if (typeof label !== 'string' || !/^[^\p{Cc}]{1,60}$/u.test(label)) {
      const message = 'found no label of 1 to 60 printable characters, expected one';
      return [value([...written, 'label'], message)];
    }
    const earlier = first.get(label);
    if (earlier === undefined) first.set(label, i);
    if (earlier === undefined) return [];
    const found = `found label ${quote(label)} again (it is entry ${earlier + 1})`;
    return [value([...written, 'label'], `${found}, expected another`)];
  });
}

/** What several parts set: the later one would silently win. */
function clashes({ list, grid, random }: Variants): Finding[] {
  const listed = new Set(list.flatMap(({ settings }) => settings.map(({ path }) => path)));
  const gridded = new Set(grid.map(({ path }) => path));
  const again = (axes: readonly Axis<unknown>[], others: ReadonlySet<string>, where: string) =>
    axes
      .filter(({ path }) => others.has(path))
      .map(({ path, written }) =>
        value(written, `found ${path}, which the ${where} sets too, expected it in one of them`),
      );
  return [
    ...again(grid, listed, 'list'),
    ...again(random?.over ?? [], listed, 'list'),
    ...again(random?.over ?? [], gridded, 'grid'),
  ];
}
