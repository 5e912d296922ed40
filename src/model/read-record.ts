import { isPlainMap } from '../config/plain-map.js';
import { ACTIVATION_DEFAULTS } from '../config/training-defaults.js';
import type { ActivationName } from '../config/types.js';
import type { ReadProblems } from '../data/read/problems.js';
import { Fields } from './fields.js';
import type { ModelAnswer, ModelLayer, ModelNetwork, ModelRecord, ModelScale } from './record.js';

/** A record but for its parameters. */
export type ModelDescription = Omit<ModelRecord, 'weights' | 'biases'>;

/** Each of its members, of unknown origin. */
export type Described = { [K in keyof ModelDescription]?: unknown };

/** Reads a description; undefined with problems where anything in it is wrong. */
export function readDescription(
  { network, scale, answer, image, origin }: Described,
  problems: ReadProblems,
): ModelDescription | undefined {
  const fields = new Fields(problems);
  const readNetwork = networkOf(fields, network);
  // Everything else is measured by the network.
  if (!readNetwork || problems.any) return undefined;
  const { inputs, layers } = readNetwork;
  const outputs = layers[layers.length - 1].units;
  const description = {
    network: readNetwork,
    ...(scale !== undefined && { scale: scaleOf(fields, scale, inputs) }),
    answer: answerOf(fields, answer, outputs),
    ...(image !== undefined && { image: imageOf(fields, image, inputs) }),
    origin: originOf(fields, origin),
  };
  return problems.any ? undefined : (description as ModelDescription);
}

function networkOf(fields: Fields, value: unknown): ModelNetwork | undefined {
  const map = fields.map('network', value, ['inputs', 'layers']);
  if (!map) return undefined;
  const inputs = fields.whole('network.inputs', map.inputs, 1);
  const list = fields.list('network.layers', map.layers);
  if (list?.length === 0) fields.wrong('network.layers', list, 'a layer or more');
  const layers = list?.map((layer, l) => layerOf(fields, `network.layers[${l}]`, layer));
  return { inputs, layers } as ModelNetwork;
}

const ACTIVATIONS = Object.keys(ACTIVATION_DEFAULTS) as ActivationName[];

function layerOf(fields: Fields, at: string, value: unknown): ModelLayer | undefined {
  const map = fields.map(at, value, ['units', 'activation', 'params', 'bias']);
  if (!map) return undefined;
  const activation = fields.oneOf(`${at}.activation`, map.activation, ACTIVATIONS);
  return {
    units: fields.whole(`${at}.units`, map.units, 1),
    activation,
    params: activation && paramsOf(fields, `${at}.params`, map.params, activation),
    bias: fields.flag(`${at}.bias`, map.bias),
  } as ModelLayer;
}

/** What the kernels take: see kernels/contract/activation.ts. */
const RANGES: Readonly<Record<string, { expected: string; fits(value: number): boolean }>> = {
  slope: { expected: 'a number from 0 to below 1', fits: (value) => value >= 0 && value < 1 },
  alpha: { expected: 'a number greater than 0', fits: (value) => value > 0 },
};

function paramsOf(fields: Fields, at: string, value: unknown, activation: ActivationName) {
  const keys = Object.keys(ACTIVATION_DEFAULTS[activation]);
  const map = fields.map(at, value, keys);
  return (
    map &&
    Object.fromEntries(
      keys.map((key) => {
        const { expected, fits } = RANGES[key];
        return [key, fields.number(`${at}.${key}`, map[key], expected, fits)];
      }),
    )
  );
}

function scaleOf(fields: Fields, value: unknown, inputs: number): ModelScale | undefined {
  const map = fields.map('scale', value, ['shift', 'unit']);
  if (!map) return undefined;
  const numbers = (key: string, expected?: string, fits?: (value: number) => boolean) =>
    fields
      .list(`scale.${key}`, map[key], inputs)
      ?.map((each, i) => fields.number(`scale.${key}[${i}]`, each, expected, fits));
  const shift = numbers('shift');
  const unit = numbers('unit', 'a number of 0 or more', (each) => each >= 0);
  return { shift, unit } as ModelScale;
}

const SCALES = ['logits', 'probabilities', 'scores'] as const;

function answerOf(fields: Fields, value: unknown, units: number): ModelAnswer | undefined {
  const keys = ['kind', 'classes', 'classNames', 'outputs', 'threshold'];
  const loose = fields.map('answer', value, keys);
  if (!loose) return undefined;
  const kind = fields.oneOf('answer.kind', loose.kind, ['numbers', 'classes', 'binary']);
  if (!kind) return undefined;
  const own = { numbers: [], classes: ['classes', 'classNames', 'outputs'], binary: keys.slice(2) };
  fields.map(`answer of kind ${kind}`, value, ['kind', ...own[kind]]);
  if (kind === 'numbers') return { kind };
  const outputs = fields.oneOf('answer.outputs', loose.outputs, SCALES);
  const classes = kind === 'classes' ? units : 2;
  const names = loose.classNames;
  if (kind === 'classes' && loose.classes !== units)
    fields.wrong('answer.classes', loose.classes, `${units}, the number of outputs`);
  if (kind === 'binary' && names !== undefined && units !== 1)
    fields.wrong('answer.classNames', names, 'none where there are several outputs');
  const read = {
    kind,
    ...(names !== undefined && { classNames: namesOf(fields, names, classes) }),
    outputs,
  };
  return (
    kind === 'classes'
      ? { ...read, classes }
      : { ...read, threshold: fields.number('answer.threshold', loose.threshold) }
  ) as ModelAnswer;
}

function namesOf(fields: Fields, value: unknown, classes: number): string[] | undefined {
  const list = fields.list('answer.classNames', value, classes);
  list?.forEach((name, i) => {
    if (typeof name !== 'string') fields.wrong(`answer.classNames[${i}]`, name, 'text');
  });
  return list as string[] | undefined;
}

function imageOf(fields: Fields, value: unknown, inputs: number): ModelRecord['image'] | undefined {
  const map = fields.map('image', value, ['height', 'width', 'channels']);
  if (!map) return undefined;
  const side = (key: string) => fields.whole(`image.${key}`, map[key], 1);
  const [height, width, channels] = [side('height'), side('width'), side('channels')];
  if (height === undefined || width === undefined || channels === undefined) return undefined;
  if (height * width * channels !== inputs) {
    const size = `${height} × ${width} × ${channels}`;
    fields.wrong('network.inputs', inputs, `${size}, the size of an image`);
  }
  return { height, width, channels };
}

function originOf(fields: Fields, value: unknown): Record<string, unknown> | undefined {
  return isPlainMap(value) ? value : fields.wrong('origin', value, 'a map');
}
