import fc from 'fast-check';
import type { ActivationName } from '../../src/config/types.js';
import type { ModelAnswer, ModelLayer, ModelRecord } from '../../src/model/record.js';

const PLAIN: readonly ActivationName[] = [
  'linear',
  'relu',
  'sigmoid',
  'tanh',
  'gelu',
  'gelu-tanh',
  'silu',
  'softplus',
  'softmax',
];

const activation: fc.Arbitrary<Pick<ModelLayer, 'activation' | 'params'>> = fc.oneof(
  fc.constantFrom(...PLAIN).map((name) => ({ activation: name, params: {} })),
  fc
    .double({ min: 0, max: 0.99, noNaN: true })
    .map((slope) => ({ activation: 'leaky-relu' as const, params: { slope: slope + 0 } })),
  fc
    .double({ min: 1e-3, max: 10, noNaN: true })
    .map((alpha) => ({ activation: 'elu' as const, params: { alpha } })),
);

const layer: fc.Arbitrary<ModelLayer> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), activation, fc.boolean())
  .map(([units, chosen, bias]) => ({ units, ...chosen, bias }));

/** Any float32, NaN and infinities among them, by its bits. */
const float = fc.oneof(
  fc.float({ noDefaultInfinity: true, noNaN: true }),
  fc.float(),
  fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY),
);
const floats = (length: number) =>
  fc
    .array(float, { minLength: length, maxLength: length })
    .map((values) => Float32Array.from(values));

/** JSON has no −0. */
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const list = <T>(each: fc.Arbitrary<T>, length: number) =>
  fc.array(each, { minLength: length, maxLength: length });

function scaleOf(inputs: number): fc.Arbitrary<Pick<ModelRecord, 'scale'>> {
  const scale = fc
    .tuple(list(finite, inputs), list(fc.oneof(finite.map(Math.abs), fc.constant(0)), inputs))
    .map(([shift, unit]) => ({ scale: { shift, unit } }));
  return fc.oneof(fc.constant({}), scale);
}

function answerOf(units: number): fc.Arbitrary<ModelAnswer> {
  const outputs = fc.constantFrom('logits' as const, 'probabilities' as const, 'scores' as const);
  const names = (count: number) =>
    fc.oneof(
      fc.constant({}),
      list(fc.string({ unit: 'binary' }), count).map((classNames) => ({ classNames })),
    );
  return fc.oneof(
    fc.constant<ModelAnswer>({ kind: 'numbers' }),
    fc.tuple(outputs, names(units)).map(([scale, rest]) => ({
      kind: 'classes' as const,
      classes: units,
      outputs: scale,
      ...rest,
    })),
    fc
      .tuple(outputs, units === 1 ? names(2) : fc.constant({}), finite)
      .map(([scale, rest, threshold]) => ({
        kind: 'binary' as const,
        threshold,
        outputs: scale,
        ...rest,
      })),
  );
}

const origin = fc
  .dictionary(fc.string(), fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }))
  .map((value) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>);

/** Any record that is one. */
export const model: fc.Arbitrary<ModelRecord> = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.array(layer, { minLength: 1, maxLength: 3 }),
    origin,
    fc.boolean(),
  )
  .chain(([inputs, layers, from, isImage]) => {
    const { units } = layers[layers.length - 1];
    const widths = [inputs, ...layers.map((each) => each.units)];
    return fc
      .record({
        network: fc.constant({ inputs, layers }),
        weights: fc.tuple(...layers.map((each, l) => list(floats(widths[l]), each.units))),
        biases: fc.tuple(
          ...layers.map((each) =>
            each.bias ? floats(each.units) : fc.constant(new Float32Array(each.units)),
          ),
        ),
        answer: answerOf(units),
        scale: scaleOf(inputs),
        origin: fc.constant(from),
      })
      .map(({ scale, ...rest }) => ({
        ...rest,
        ...scale,
        ...(isImage && { image: { height: inputs, width: 1, channels: 1 } }),
      }));
  });
