import type { KernelName, Of, Operand, Operation } from './operation.js';

/**
 * One rewrite: the last operations of a list, of the named kernels, become one that gives the same
 * bits, or stay when `join` finds that they do not belong together.
 */
interface Rule {
  kernels: readonly KernelName[];
  join(window: readonly Operation[], rest: readonly Operation[]): Operation | undefined;
}

function rule<const K extends readonly KernelName[]>(
  kernels: K,
  join: (
    window: { [I in keyof K]: Of<K[I]> },
    rest: readonly Operation[],
  ) => Operation | false | undefined,
): Rule {
  return {
    kernels,
    join: (window, rest) => join(window as { [I in keyof K]: Of<K[I]> }, rest) || undefined,
  };
}

type Differentiable = 'relu' | 'sigmoid' | 'tanh';

/** One output neuron (dv = e · hᵀ, d = v · e through the activations h, db = Σ d) as one operation. */
function neuronBackward(
  name: Differentiable,
  { m: neurons, a: e, b: h, c: dv }: Of<'gemm_nt_dot'>,
  { a: v, b, c: d, k, m, n }: Of<'gemm_tn'> | Of<'gemm_tn_relu_backward'>,
  through: Operand,
  sum: Of<'row_sum'>,
): Operation | false {
  if (neurons !== 1 || k !== 1 || b.at !== e.at || through.at !== h.at) return false;
  if (d.at === h.at || sum.a.at !== d.at) return false;
  const kernel = `${name}_neuron_backward` as const;
  return { kernel, d, e, h, v: v.at, m, n, dv: dv.at, db: sum.dst };
}

/** The weight gradient of a layer whose delta nobody needs afterwards joins its way back. */
function gradientRule(name: Differentiable): Rule {
  return rule([`${name}_neuron_backward`, 'gemm_nt_dot'], ([backward, product], rest) => {
    const { d } = backward;
    if (product.a.at !== d.at || rest.some((later) => mentions(later, d.at))) return false;
    const { b: x, c: dw, n: k } = product;
    return { ...backward, kernel: `${name}_neuron_gradient`, dw, x, k };
  });
}

const RULES: readonly Rule[] = [
  rule(
    ['gemm_nn', 'bias_add'],
    ([product, { z, bias }]) =>
      z.at === product.c.at && { ...product, kernel: 'gemm_nn_bias', bias },
  ),
  rule(
    ['gemm_nn_bias', 'relu_forward'],
    ([product, { a, z }]) =>
      z.at === product.c.at && a.at === z.at && { ...product, kernel: 'gemm_nn_bias_relu' },
  ),
  rule(
    ['gemm_tn', 'relu_backward'],
    ([product, { d, h }]) =>
      d.at === product.c.at && { ...product, kernel: 'gemm_tn_relu_backward', h },
  ),
  rule(
    ['mse_delta', 'row_sum'],
    ([delta, { a, dst, m, n }]) =>
      a.at === delta.d.at &&
      m === delta.m &&
      n === delta.n && { ...delta, kernel: 'mse_delta_row_sum', sum: dst },
  ),
  // Both sides of one output neuron over a ReLU layer: h stays in registers between them.
  rule(['gemm_nn_bias_relu', 'gemm_nn_bias'], ([hidden, { a, b, c, m, bias }]) => {
    if (m !== 1 || b.at !== hidden.c.at) return false;
    const { c: h, a: w, b: x, n, k, scratch } = hidden;
    const neuron = { h, v: a.at, o: c, c: bias };
    return {
      kernel: 'relu_neuron_forward',
      ...neuron,
      w,
      x,
      m: hidden.m,
      n,
      k,
      scratch,
      bias: hidden.bias,
    };
  }),
  rule(['gemm_nt_dot', 'gemm_tn_relu_backward', 'row_sum'], ([product, masked, sum]) =>
    neuronBackward('relu', product, masked, masked.h, sum),
  ),
  gradientRule('relu'),
  ...(['sigmoid', 'tanh'] as const).flatMap((name) => [
    rule(
      ['gemm_nt_dot', 'gemm_tn', `${name}_backward`, 'row_sum'],
      ([product, back, { d, h }, sum]) =>
        d.at === back.c.at && neuronBackward(name, product, back, h, sum),
    ),
    gradientRule(name),
  ]),
  rule(
    ['rms_scale', 'sgd_update'],
    ([{ kernel: _, ...scaling }, descent]) =>
      descent.g === scaling.g &&
      descent.count === scaling.count && { ...scaling, ...descent, kernel: 'rmsprop_update' },
  ),
  rule(
    ['row_sum', 'gemm_nt_dot'],
    ([{ a, dst, m }, product]) =>
      a.at === product.a.at &&
      m === product.m && { ...product, kernel: 'gemm_nt_dot_row_sum', sum: dst },
  ),
];

/**
 * Shortens a list by fused kernels: a call costs about 16 ns, and a pass over the activations that
 * is saved costs more. Keeps the bits: every fused kernel is defined as the sequence it replaces.
 */
export function fuse(operations: readonly Operation[]): Operation[] {
  const fused: Operation[] = [];
  operations.forEach((operation, i) => {
    fused.push(operation);
    while (fuseTail(fused, operations.slice(i + 1)));
  });
  return fused;
}

/** Applies the first rule that fits the end of the list; whether one did. */
function fuseTail(fused: Operation[], rest: readonly Operation[]): boolean {
  for (const { kernels, join } of RULES) {
    const window = fused.slice(-kernels.length);
    if (window.length < kernels.length) continue;
    if (!kernels.every((kernel, i) => window[i].kernel === kernel)) continue;
    const joined = join(window, rest);
    if (!joined) continue;
    fused.splice(-kernels.length, kernels.length, joined);
    return true;
  }
  return false;
}

/** Whether the operation touches the tensor at this offset. */
function mentions(operation: Operation, at: number): boolean {
  return Object.values(operation).some(
    (value) => value === at || (typeof value === 'object' && value.at === at),
  );
}
