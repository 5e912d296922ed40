/** The transcendental functions over a matrix, and the gradients of those that are activations. */
import type { ActivationKernels as Contract } from '../contract/activation.js';
import * as smooth from './smooth.js';
import { exp, log, sigmoid, tanh } from './transcendental.js';
import type { Views } from './views.js';

export type ActivationKernels = Omit<Contract, 'relu_forward' | 'relu_backward' | 'softmax'>;

/** `by`: alpha or a slope, where the activation has one. */
type Elementwise = (
  a: number,
  lda: number,
  z: number,
  ldz: number,
  m: number,
  n: number,
  by?: number,
) => void;

export function activationKernels({ f32 }: Views): ActivationKernels {
  const round = Math.fround;
  const forward =
    (of: (x: number, by: number) => number): Elementwise =>
    (a, lda, z, ldz, m, n, by = 0) => {
      const alpha = round(by);
      for (let i = 0; i < m; ++i) {
        const to = ((a >>> 2) + i * lda) | 0;
        const from = ((z >>> 2) + i * ldz) | 0;
        for (let j = 0; j < n; j = (j + 1) | 0) f32[(to + j) | 0] = of(f32[(from + j) | 0], alpha);
      }
    };
  const backward =
    (of: (d: number, h: number, by: number) => number): Elementwise =>
    (d, ldd, h, ldh, m, n, by = 0) => {
      const alpha = round(by);
      for (let i = 0; i < m; ++i) {
        const to = ((d >>> 2) + i * ldd) | 0;
        const from = ((h >>> 2) + i * ldh) | 0;
        for (let j = 0; j < n; j = (j + 1) | 0) {
          f32[(to + j) | 0] = of(f32[(to + j) | 0], f32[(from + j) | 0], alpha);
        }
      }
    };
  const times = (slope: smooth.Smooth) => backward((d, z, by) => d * slope(z, by));

  return {
    exp: forward(exp),
    log: forward(log),
    sigmoid_forward: forward(sigmoid),
    sigmoid_backward: backward((d, h) => round(d * h) * round(1 - h)),
    tanh_forward: forward(tanh),
    tanh_backward: backward((d, h) => d * round(1 - round(h * h))),
    leaky_relu_forward: forward((z, slope) => (z < 0 ? z * slope : z)),
    leaky_relu_backward: backward((d, h, slope) => (h <= 0 ? d * slope : d)),
    elu_forward: forward(smooth.elu),
    elu_backward: times(smooth.eluSlope),
    silu_forward: forward(smooth.silu),
    silu_backward: times(smooth.siluSlope),
    softplus_forward: forward(smooth.softplus),
    softplus_backward: times(smooth.softplusSlope),
    gelu_forward: forward(smooth.gelu),
    gelu_backward: times(smooth.geluSlope),
    gelu_tanh_forward: forward(smooth.geluTanh),
    gelu_tanh_backward: times(smooth.geluTanhSlope),

    softmax_backward(d, ldd, h, ldh, m, n) {
      for (let j = 0; j < n; ++j) {
        const to = (d >>> 2) + j;
        const from = (h >>> 2) + j;
        let sum = 0;
        for (let i = 0; i < m; ++i) {
          sum = round(sum + round(f32[to + i * ldd] * f32[from + i * ldh]));
        }
        for (let i = 0; i < m; ++i) {
          f32[to + i * ldd] = f32[from + i * ldh] * round(f32[to + i * ldd] - sum);
        }
      }
    },
  };
}
