import { CONFIG_SHAPE } from '../../config/check.js';
import { isPlainMap } from '../../config/merge.js';
import type { Problem } from '../../config/problem.js';
import { keyPaths } from '../../config/shape.js';
import { didYouMean } from '../../config/suggest.js';
import { quote } from '../../config/text.js';
import type { SweepConfig } from '../../config/types.js';
import { settingsOf } from '../../config/variants/settings.js';
import { number } from '../flags/flag.js';
import { COLUMNS, type Column, type ColumnName } from './columns.js';
import type { RunRecord } from './record.js';

type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** `learning-rate<0.01` */
export interface Condition {
  key: string;
  operator: Operator;
  value: number | string;
}

const CONDITION = /^\s*([^=!<>\s]+)\s*(!=|<=|>=|=|<|>)\s*(.*?)\s*$/s;

/** Every key that some config has, by its whole path, and the two that reshape networks. */
const PATHS = ['seed', 'networks.width', 'networks.depth', ...keyPaths(CONFIG_SHAPE)];

/** Reads `--where`; what is wrong with a condition goes to `problems`. */
export function readConditions(texts: readonly string[], problems: Problem[]): Condition[] {
  return texts.flatMap((text) => {
    const [, key, operator, word] = CONDITION.exec(text) ?? [];
    const say = (message: string): [] => {
      problems.push({ where: '--where', message });
      return [];
    };
    if (key === undefined) {
      return say(`found ${quote(text)}, expected KEY=VALUE, or != < <= > >= in place of =`);
    }
    const unknown = unknownKey(key);
    if (unknown !== undefined) return say(unknown);
    const value = number(word);
    // Dates compare as the texts that they are, by their beginning.
    if (typeof value === 'string' && /[<>]/.test(operator) && key !== 'date') {
      return say(`found ${quote(text)}, expected a number after ${operator}`);
    }
    return [{ key, operator: operator as Operator, value }];
  });
}

/** Why a key means nothing in any run; undefined: it does in some. */
function unknownKey(key: string): string | undefined {
  if (isColumn(key) || PATHS.some((path) => isEnd(path, camelCase(key)))) return undefined;
  const ends = PATHS.map((path) => path.slice(path.lastIndexOf('.') + 1));
  const hint = didYouMean(key, [...Object.keys(COLUMNS), ...ends]);
  const expected = 'a column of the list, or a key of the config such as optimizer or learningRate';
  return `found unknown ${quote(key)}, expected ${expected}${hint}`;
}

/** Whether one of the settings of a run meets all conditions. */
export function meets(record: RunRecord, conditions: readonly Condition[]): boolean {
  const ofRun = conditions.filter(({ key }) => isColumn(key));
  if (!ofRun.every((each) => holds(each, [columnOf(each).value(record)]))) return false;
  const ofSetting = conditions.filter(({ key }) => !isColumn(key));
  if (ofSetting.length === 0) return true;
  return settingsIn(record).some((config) =>
    ofSetting.every((each) => holds(each, valuesOf(each.key, config))),
  );
}

function settingsIn({ config }: RunRecord): Record<string, unknown>[] {
  if (config.variants === undefined) return [config];
  try {
    const settings = settingsOf(config as unknown as SweepConfig);
    return settings.map((each) => each.config as unknown as Record<string, unknown>);
  } catch {
    // Of another version, or edited by hand: what all its settings share can still be searched.
    return [config];
  }
}

/**
 * The values that a setting has at a key, which may be the end of a path as that of an axis: `rate` is
 * none, `learningRate` and `optimizer.learningRate` are. Of several such paths the shortest count.
 * Widths and depths are those of all networks.
 */
function valuesOf(key: string, config: Record<string, unknown>): unknown[] {
  const plain = camelCase(key);
  const hidden = hiddenIn(config);
  if (isEnd('networks.depth', plain)) return hidden.map((layers) => layers.length);
  if (isEnd('networks.width', plain)) return hidden.flat().map(unitsOf);
  const found = [...membersOf(config)].filter(({ path }) => isEnd(path, plain));
  const least = Math.min(...found.map(({ depth }) => depth));
  return found.filter(({ depth }) => depth === least).flatMap(({ value }) => wordsOf(value));
}

/** All members of a map, and of the maps in it. */
function* membersOf(
  map: Record<string, unknown>,
  above = '',
  depth = 0,
): Generator<{ path: string; depth: number; value: unknown }> {
  for (const [key, value] of Object.entries(map)) {
    yield { path: `${above}${key}`, depth, value };
    if (isPlainMap(value)) yield* membersOf(value, `${above}${key}.`, depth + 1);
  }
}

/** Choices and files are compared by their names, lists by their items. */
function wordsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return [isPlainMap(value) && 'name' in value ? value.name : value];
}

function hiddenIn({ networks }: Record<string, unknown>): unknown[][] {
  const hidden = isPlainMap(networks) ? networks.hidden : undefined;
  return Array.isArray(hidden) ? hidden.filter(Array.isArray) : [];
}

function unitsOf(layer: unknown): unknown {
  return isPlainMap(layer) ? layer.units : layer;
}

function isEnd(path: string, key: string): boolean {
  return path === key || path.endsWith(`.${key}`);
}

/** `batch-size` is `batchSize`. */
function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function holds({ operator, value }: Condition, found: readonly unknown[]): boolean {
  return found.some((each) => {
    if (each === undefined) return false;
    const same = typeof each === 'number' ? each === value : String(each) === String(value);
    if (operator === '=') return same;
    if (operator === '!=') return !same;
    return typeof each === typeof value && compared(operator, each as number, value as number);
  });
}

function compared(operator: Operator, left: number, right: number): boolean {
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  return operator === '>' ? left > right : left >= right;
}

function isColumn(key: string): key is ColumnName {
  return Object.hasOwn(COLUMNS, key);
}

function columnOf({ key }: Condition): Column {
  return COLUMNS[key as ColumnName];
}
