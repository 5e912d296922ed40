import type { ActivationName } from '../../config/types.js';
import type { Graph } from './graph.js';

/** Adds the operators of an activation over `x`, the last of which writes `output`. */
type Apply = (
  graph: Graph,
  x: string,
  output: string,
  params: Readonly<Record<string, number>>,
) => string;

const plain =
  (operator: string): Apply =>
  (graph, x, output) =>
    graph.node(operator, [x], output);

/** x / 2 · (1 + y): what both forms of GELU end with. */
function gate(graph: Graph, x: string, y: string, output: string): string {
  const half = graph.node('Mul', [x, graph.scalar('half', 0.5)], `${output}.half`);
  const sum = graph.node('Add', [y, graph.scalar('one', 1)], `${output}.gate`);
  return graph.node('Mul', [half, sum], output);
}

/** Every activation but `linear`, which adds nothing. */
export const ACTIVATIONS: Readonly<Record<Exclude<ActivationName, 'linear'>, Apply>> = {
  relu: plain('Relu'),
  'leaky-relu': (graph, x, output, { slope }) =>
    graph.node('LeakyRelu', [x], output, { alpha: { float: slope } }),
  sigmoid: plain('Sigmoid'),
  tanh: plain('Tanh'),
  gelu: (graph, x, output) => {
    const scaled = graph.node('Mul', [x, graph.scalar('sqrt_half', Math.SQRT1_2)], `${output}.x`);
    return gate(graph, x, graph.node('Erf', [scaled], `${output}.erf`), output);
  },
  'gelu-tanh': (graph, x, output) => {
    const square = graph.node('Mul', [x, x], `${output}.square`);
    const cube = graph.node('Mul', [square, x], `${output}.cube`);
    const cubic = graph.scalar('gelu_cubic', 0.044715);
    const term = graph.node('Mul', [cube, cubic], `${output}.term`);
    const sum = graph.node('Add', [x, term], `${output}.sum`);
    const root = graph.scalar('sqrt_two_over_pi', Math.sqrt(2 / Math.PI));
    const scaled = graph.node('Mul', [sum, root], `${output}.x`);
    return gate(graph, x, graph.node('Tanh', [scaled], `${output}.tanh`), output);
  },
  silu: (graph, x, output) =>
    graph.node('Mul', [x, graph.node('Sigmoid', [x], `${output}.sigmoid`)], output),
  softplus: plain('Softplus'),
  elu: (graph, x, output, { alpha }) => graph.node('Elu', [x], output, { alpha: { float: alpha } }),
  softmax: (graph, x, output) => graph.node('Softmax', [x], output, { axis: { int: 1 } }),
};
