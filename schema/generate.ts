import { toJsonSchema } from '@valibot/to-json-schema';
import { DATA_DEFAULTS } from '../src/config/data-defaults.js';
import { DEFAULT_CONFIG } from '../src/config/defaults.js';
import { fileKeys } from '../src/config/files.js';
import { ConfigSchema } from '../src/config/schema.js';
import {
  ACTIVATION_DEFAULTS,
  CLIP_DEFAULTS,
  EARLY_STOPPING_DEFAULTS,
  INIT_DEFAULTS,
  LOSS_DEFAULTS,
  OPTIMIZER_DEFAULTS,
  SCHEDULE_DEFAULTS,
} from '../src/config/training-defaults.js';

interface JsonSchema {
  [key: string]: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  oneOf?: JsonSchema[];
}

/**
 * The JSON Schema of a config file, for editors. The validator checks complete configs; a file may
 * leave out whatever has a default, so here almost nothing is required.
 */
export function configJsonSchema(): JsonSchema {
  const root = toJsonSchema(ConfigSchema, { errorMode: 'ignore' }) as unknown as JsonSchema;
  const { $schema, ...rest } = root;
  const schema = partial(rest, DEFAULT_CONFIG as unknown as Record<string, unknown>);
  schema.properties = { $schema: { type: 'string' }, ...schema.properties };
  allowWidths(schema.properties.networks);
  allowPatienceAlone(schema.properties.training);
  Object.assign(schema.properties.evaluate, { minProperties: 1, maxProperties: 1 });
  return { $schema, title: 'lanewise sweep', ...schema };
}

/** A hidden layer that says nothing else is its width. */
function allowWidths(networks: JsonSchema): void {
  const network = networks.properties!.hidden.items as { items: JsonSchema };
  const layer = partial(network.items, {});
  network.items = { anyOf: [layer.properties!.units, { ...layer, required: ['units'] }] };
}

/** Early stopping is none or a map, of which every key has a default. */
function allowPatienceAlone(training: JsonSchema): void {
  const stopping = training.properties!.earlyStopping as { anyOf: JsonSchema[] };
  const [none, map] = stopping.anyOf;
  stopping.anyOf = [none, partial(map, EARLY_STOPPING_DEFAULTS)];
}

/** Drops what is required and adds defaults. */
function partial({ required, ...schema }: JsonSchema, defaults: unknown): JsonSchema {
  const { oneOf: options, ...rest } = schema;
  if (options) return variant(rest, options, defaults);
  if (!schema.properties) return isScalar(defaults) ? { ...schema, default: defaults } : schema;
  const properties = Object.entries(schema.properties).map(([key, property]) => {
    const value = (defaults as Record<string, unknown> | undefined)?.[key];
    return [key, partial(property, value)];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** A choice may be written by its name alone; the options of a section are maps. */
function variant(rest: JsonSchema, options: JsonSchema[], defaults: unknown): JsonSchema {
  const [discriminator] = Object.keys(options[0].properties!);
  const own = typeof defaults === 'string' ? { name: defaults } : defaults;
  const maps = options.map((option) => partialOption(option, own));
  if (discriminator !== 'name') return { ...rest, anyOf: maps };
  const names = options.map((option) => option.properties!.name.const);
  const isScalarDefault = typeof defaults === 'string' && { default: defaults };
  return { ...rest, ...isScalarDefault, anyOf: [{ enum: names }, ...maps] };
}

/** Of the kinds of a section only the default one may leave out what kind it is. */
function partialOption(option: JsonSchema, defaults: unknown): JsonSchema {
  const [discriminator, { const: kind }] = Object.entries(option.properties!)[0];
  const isDefault = (defaults as Record<string, unknown> | undefined)?.[discriminator] === kind;
  const others = {
    ...ACTIVATION_DEFAULTS,
    ...INIT_DEFAULTS,
    ...LOSS_DEFAULTS,
    ...SCHEDULE_DEFAULTS,
    ...CLIP_DEFAULTS,
    ...OPTIMIZER_DEFAULTS,
    ...DATA_DEFAULTS,
  };
  const schema = partial(option, isDefault ? defaults : others[kind as keyof typeof others]);
  if (isDefault) return schema;
  const files = fileKeys(kind).filter((key) => !key.startsWith('test'));
  return { ...schema, required: [discriminator, ...files] };
}

function isScalar(value: unknown): boolean {
  return value !== undefined && (typeof value !== 'object' || Array.isArray(value));
}
