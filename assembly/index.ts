export { exp } from './activation/exp';
export { leaky_relu_backward, leaky_relu_forward } from './activation/leaky_relu';
export { log } from './activation/log';
export { relu_backward, relu_forward } from './activation/relu';
export { sigmoid_backward, sigmoid_forward } from './activation/sigmoid';
export {
  elu_backward,
  elu_forward,
  gelu_backward,
  gelu_forward,
  gelu_tanh_backward,
  gelu_tanh_forward,
  silu_backward,
  silu_forward,
  softplus_backward,
  softplus_forward,
} from './activation/smooth';
export { softmax_backward } from './activation/softmax_backward';
export { tanh_backward, tanh_forward } from './activation/tanh';
export { bias_add } from './bias';
export { gather_images } from './gather/images';
export { gather_rows } from './gather/rows';
export { gemm_nn, gemm_nn_bias, gemm_nn_bias_relu } from './gemm/nn';
export { gemm_nt } from './gemm/nt';
export { gemm_nt_dot, gemm_nt_dot_row_sum } from './gemm/nt_dot';
export { gemm_tn, gemm_tn_relu_backward } from './gemm/tn';
export { binary_cross_entropy_delta, huber_delta, l1_delta } from './loss/deltas';
export { argmax_hits, class_hits, threshold_hits } from './loss/hits';
export { kl_divergence_delta, kl_divergence_sum } from './loss/kl_divergence';
export { mse_delta, mse_delta_row_sum, mse_sum } from './loss/mse';
export {
  softmax,
  softmax_cross_entropy_delta,
  softmax_cross_entropy_sum,
} from './loss/softmax';
export { binary_cross_entropy_sum, huber_sum, l1_sum } from './loss/sums';
export {
  relu_neuron_backward,
  relu_neuron_gradient,
  sigmoid_neuron_backward,
  sigmoid_neuron_gradient,
  tanh_neuron_backward,
  tanh_neuron_gradient,
} from './neuron/kernels';
export { relu_neuron_forward } from './neuron/relu_forward';
export { adadelta_scale } from './optimizer/adadelta';
export { adam_update, amsgrad_update } from './optimizer/adam';
export { clamp, scale } from './optimizer/clip';
export { momentum_update } from './optimizer/momentum';
export { nesterov_update } from './optimizer/nesterov';
export { add_scaled, add_sign } from './optimizer/penalty';
export {
  adagrad_scale,
  rms_scale,
  rms_scale_centered,
  rmsprop_update,
} from './optimizer/rms';
export { sgd_update } from './optimizer/sgd';
export { dropout, noise_add } from './random/rows';
export { uniform_fill } from './random/uniform';
export { abs_sum, square_sum } from './reduce/norm';
export { row_sum } from './reduce/row_sum';
