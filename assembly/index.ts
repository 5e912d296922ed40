export { exp } from './activation/exp';
export { log } from './activation/log';
export { relu_backward, relu_forward } from './activation/relu';
export { sigmoid_backward, sigmoid_forward } from './activation/sigmoid';
export { tanh_backward, tanh_forward } from './activation/tanh';
export { bias_add } from './bias';
export { gather_rows } from './gather/rows';
export { gemm_nn, gemm_nn_bias, gemm_nn_bias_relu } from './gemm/nn';
export { gemm_nt } from './gemm/nt';
export { gemm_nt_dot, gemm_nt_dot_row_sum } from './gemm/nt_dot';
export { gemm_tn, gemm_tn_relu_backward } from './gemm/tn';
export { mse_delta, mse_delta_row_sum, mse_sum } from './loss/mse';
export {
  softmax,
  softmax_cross_entropy_delta,
  softmax_cross_entropy_sum,
} from './loss/softmax';
export {
  relu_neuron_backward,
  relu_neuron_gradient,
  sigmoid_neuron_backward,
  sigmoid_neuron_gradient,
  tanh_neuron_backward,
  tanh_neuron_gradient,
} from './neuron/kernels';
export { relu_neuron_forward } from './neuron/relu_forward';
export { adam_update } from './optimizer/adam';
export { momentum_update } from './optimizer/momentum';
export { sgd_update } from './optimizer/sgd';
export { uniform_fill } from './random/uniform';
export { row_sum } from './reduce/row_sum';
