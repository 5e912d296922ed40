import { Message } from './protobuf.js';

/** Of TensorProto.DataType in onnx.proto. */
export const ELEMENT = { float: 1, bool: 9, double: 11 } as const;
type Element = (typeof ELEMENT)[keyof typeof ELEMENT];

/** Of AttributeProto.AttributeType. */
const ATTRIBUTE = { float: 1, int: 2 };

/** An attribute of an operator: a float where the name says so, else a whole number. */
export type Attributes = Readonly<Record<string, { float: number } | { int: number }>>;

/**
 * A graph of ONNX operators over named tensors. Field numbers are those of onnx.proto; see
 * https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
 */
export class Graph {
  readonly #nodes: Message[] = [];
  readonly #constants = new Map<string, Message>();

  /** Adds an operator; returns the name of its output. */
  node(
    operator: string,
    inputs: readonly string[],
    output: string,
    attributes: Attributes = {},
  ): string {
    const node = new Message();
    for (const input of inputs) node.text(1, input);
    node.text(2, output).text(3, output).text(4, operator);
    for (const [name, value] of Object.entries(attributes)) node.message(5, attribute(name, value));
    this.#nodes.push(node);
    return output;
  }

  /** A tensor that is part of the model; returns its name. */
  constant(
    name: string,
    dims: readonly number[],
    element: Element,
    values: ArrayBufferView,
  ): string {
    const tensor = new Message();
    for (const dim of dims) tensor.int(1, dim);
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.#constants.set(name, tensor.int(2, element).text(8, name).bytes(9, bytes));
    return name;
  }

  /** A float that is part of the model, named by what it is. */
  scalar(name: string, value: number): string {
    return this.constant(name, [], ELEMENT.float, Float32Array.of(value));
  }

  /** @param outputs floats of every sample that the named tensors hold; so are those of `inputs`. */
  finish(
    name: string,
    inputs: Readonly<Record<string, number>>,
    outputs: Readonly<Record<string, number>>,
  ): Message {
    const graph = new Message();
    for (const node of this.#nodes) graph.message(1, node);
    graph.text(2, name);
    for (const tensor of this.#constants.values()) graph.message(5, tensor);
    for (const [input, width] of Object.entries(inputs)) graph.message(11, samples(input, width));
    for (const [output, width] of Object.entries(outputs))
      graph.message(12, samples(output, width));
    return graph;
  }
}

function attribute(name: string, value: Attributes[string]): Message {
  const message = new Message().text(1, name);
  return 'float' in value
    ? message.float(2, value.float).int(20, ATTRIBUTE.float)
    : message.int(3, value.int).int(20, ATTRIBUTE.int);
}

/** Float samples × width, of any number of samples. */
function samples(name: string, width: number): Message {
  const batch = new Message().text(2, 'batch');
  const shape = new Message().message(1, batch).message(1, new Message().int(1, width));
  const tensor = new Message().int(1, ELEMENT.float).message(2, shape);
  return new Message().text(1, name).message(2, new Message().message(1, tensor));
}
