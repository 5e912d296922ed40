import { toJsonSchema } from '@valibot/to-json-schema';
import { DATA_DEFAULTS } from '../src/config/data-defaults.js';
import { DEFAULT_CONFIG, OPTIMIZER_DEFAULTS } from '../src/config/defaults.js';
import { fileKeys } from '../src/config/files.js';
import { ConfigSchema } from '../src/config/schema.js';

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
  Object.assign(schema.properties.evaluate, { minProperties: 1, maxProperties: 1 });
  return { $schema, title: 'lanewise sweep', ...schema };
}

/** Drops what is required and adds defaults. */
function partial({ required, ...schema }: JsonSchema, defaults: unknown): JsonSchema {
  const { oneOf: options, ...rest } = schema;
  if (options) return { ...rest, anyOf: options.map((option) => partialOption(option, defaults)) };
  if (!schema.properties) return isScalar(defaults) ? { ...schema, default: defaults } : schema;
  const properties = Object.entries(schema.properties).map(([key, property]) => {
    const value = (defaults as Record<string, unknown> | undefined)?.[key];
    return [key, partial(property, value)];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** Of the kinds of a section only the default one may leave out what kind it is. */
function partialOption(option: JsonSchema, defaults: unknown): JsonSchema {
  const [discriminator, { const: kind }] = Object.entries(option.properties!)[0];
  const isDefault = (defaults as Record<string, unknown>)[discriminator] === kind;
  const others = { ...DATA_DEFAULTS, ...OPTIMIZER_DEFAULTS };
  const schema = partial(option, isDefault ? defaults : others[kind as keyof typeof others]);
  if (isDefault) return schema;
  const files = fileKeys(kind).filter((key) => !key.startsWith('test'));
  return { ...schema, required: [discriminator, ...files] };
}

function isScalar(value: unknown): boolean {
  return value !== undefined && (typeof value !== 'object' || Array.isArray(value));
}
