import { canonicalJson } from '../results/canonical.js';
import { checkModel, MODEL_FORMAT } from './encode.js';
import { ACTIVATIONS } from './onnx/activations.js';
import { ELEMENT, Graph } from './onnx/graph.js';
import { Message } from './onnx/protobuf.js';
import { joinRows } from './parameters.js';
import type { ModelRecord, ModelScale } from './record.js';

const IR_VERSION = 8;
const OPSET = 17;
/** What protobuf's own readers take. */
const MAX_BYTES = 2147483647;

/**
 * The model as an ONNX file (docs/models.md): `input` (float, batch × inputs) to `output`, as
 * trained, and `probabilities` where the outputs are logits. The same bytes for equal records.
 *
 * @throws {InputError} for a record whose parts do not fit each other.
 * @throws {RangeError} for a model beyond 2 GiB, the limit of the format.
 */
export function toOnnx(record: ModelRecord): Uint8Array<ArrayBuffer> {
  checkModel(record, 'model');
  const { network, answer, image, origin, scale } = record;
  const { inputs, layers } = network;
  const { units } = layers[layers.length - 1];
  const graph = new Graph();
  const x = scale ? scaled(graph, scale, 'input') : 'input';
  forward(graph, record, x, 'output');
  const outputs: Record<string, number> = { output: units };
  if (answer.kind !== 'numbers' && answer.outputs === 'logits') {
    const finish = answer.kind === 'classes' ? 'softmax' : 'sigmoid';
    ACTIVATIONS[finish](graph, 'output', 'probabilities', {});
    outputs.probabilities = units;
  }
  const model = new Message().int(1, IR_VERSION).text(2, 'lanewise');
  model.message(7, graph.finish('lanewise', { input: inputs }, outputs));
  model.message(8, new Message().text(1, '').int(2, OPSET));
  model.message(14, property('format', MODEL_FORMAT));
  for (const [key, value] of Object.entries({ network, answer, image, origin }))
    if (value !== undefined) model.message(14, property(key, canonicalJson(value)));
  if (model.size > MAX_BYTES)
    throw new RangeError(`found a model of ${model.size} bytes, expected at most ${MAX_BYTES}`);
  return model.finish();
}

/** W·x + b and the activation, layer by layer, from the tensor `x` to `output`. */
function forward(graph: Graph, record: ModelRecord, x: string, output: string): void {
  const { network, weights, biases } = record;
  const last = network.layers.length - 1;
  let from = x;
  network.layers.forEach(({ units, activation, params, bias }, l) => {
    const name = `layers.${l}`;
    const columns = weights[l][0].length;
    const operands = [
      from,
      graph.constant(`${name}.weight`, [units, columns], ELEMENT.float, joinRows(weights[l])),
      ...(bias
        ? [graph.constant(`${name}.bias`, [units], ELEMENT.float, joinRows([biases[l]]))]
        : []),
    ];
    const to = l === last ? output : `${name}.output`;
    const z = activation === 'linear' ? to : `${name}.argument`;
    graph.node('Gemm', operands, z, { transB: { int: 1 } });
    from = activation === 'linear' ? z : ACTIVATIONS[activation](graph, z, to, params);
  });
}

/** (x − shift) / unit in double, rounded to float as while training; 0 where the unit is 0. */
function scaled(graph: Graph, { shift, unit }: ModelScale, x: string): string {
  const constant = unit.map((each) => each === 0);
  const divisor = unit.map((each) => (each === 0 ? 1 : each));
  const doubles = (name: string, values: readonly number[]) =>
    graph.constant(name, [values.length], ELEMENT.double, Float64Array.from(values));
  const wide = graph.node('Cast', [x], 'scale.x', { to: { int: ELEMENT.double } });
  const moved = graph.node('Sub', [wide, doubles('scale.shift', shift)], 'scale.moved');
  const divided = graph.node('Div', [moved, doubles('scale.unit', divisor)], 'scale.divided');
  const narrow = graph.node('Cast', [divided], 'scale.rounded', { to: { int: ELEMENT.float } });
  if (!constant.includes(true)) return narrow;
  const mask = Uint8Array.from(constant, Number);
  const isConstant = graph.constant('scale.constant', [mask.length], ELEMENT.bool, mask);
  return graph.node('Where', [isConstant, graph.scalar('zero', 0), narrow], 'scale.output');
}

function property(key: string, value: string): Message {
  return new Message().text(1, key).text(2, value);
}
