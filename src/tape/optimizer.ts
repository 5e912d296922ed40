import type { OptimizerConfig } from '../config/types.js';
import { initialState } from '../plan/optimizer.js';
import { type Bound, bind } from '../train/bind.js';
import { createAdvance, updateOperations } from '../train/optimizer.js';
import { createStepState, type StepState } from '../train/step-state.js';
import { tapeOf } from './operands.js';
import { Parameter } from './parameter.js';
import { refuse } from './refuse.js';
import { complete } from './settings.js';
import { shapeOf, type Value } from './value.js';

/** An optimizer without what tells weights from biases: on a tape each may have one of its own. */
export type OptimizerSettings = OptimizerConfig extends infer C
  ? C extends OptimizerConfig
    ? Partial<Omit<C, 'decayBiases'>>
    : never
  : never;

/**
 * The optimizers of the trainer, by its own operations and kernels: from gradients to new
 * parameters. docs/optimizers.md says what each does. Its state stays as long as the arena does.
 */
export class Optimizer {
  readonly #parameters: readonly Parameter[];
  readonly #learningRate: number;
  readonly #updates: readonly Update[];
  readonly #advance: (learningRate: number) => void;

  /**
   * @param parameters what it trains, all of one tape.
   * @param settings the name of an optimizer, or a map of it and what differs from its defaults.
   * @throws {InputError} with every problem of the settings; for no parameters, or one twice, or
   *   what is none.
   */
  constructor(
    parameters: readonly Parameter[],
    settings: OptimizerConfig['name'] | OptimizerSettings = 'adam',
  ) {
    expectParameters(parameters);
    const optimizer = settled(settings);
    const state = createStepState();
    this.#parameters = [...parameters];
    this.#learningRate = optimizer.learningRate;
    this.#advance = createAdvance(optimizer, state);
    this.#updates = parameters.map((parameter) => createUpdate(parameter, optimizer, state));
  }

  /**
   * Changes every parameter by its gradient, which stays as it is.
   *
   * @param gradients in the order and the shapes of the parameters.
   * @param learningRate of this update, where a schedule says so.
   * @throws {InputError} for another number of gradients, or of other shapes.
   */
  apply(gradients: readonly Value[], learningRate = this.#learningRate): void {
    expectGradients(this.#parameters, gradients);
    if (!(learningRate >= 0)) refuse('apply', `learningRate ${learningRate}`, 'a number from 0');
    this.#advance(learningRate);
    this.#updates.forEach((update, i) => {
      update(gradients[i]);
    });
  }
}

function settled(settings: OptimizerConfig['name'] | OptimizerSettings): OptimizerConfig {
  if (typeof settings === 'object' && 'decayBiases' in settings) {
    refuse('Optimizer: decayBiases', 'it', 'an optimizer for weights and one for biases');
  }
  return complete('Optimizer', { training: { optimizer: settings } }).training.optimizer;
}

/** Changes one parameter. */
type Update = (gradient: Value) => void;

/** The gradient is copied, because decay and scalings work in place. */
function createUpdate(parameter: Parameter, optimizer: OptimizerConfig, state: StepState): Update {
  const { rows, ld, tape } = parameter;
  const { arena } = tape.kernels;
  const count = rows * ld;
  const own = arena.vector(count);
  const memories = initialState(optimizer).map((value) => {
    const memory = arena.vector(count);
    memory.data.fill(value);
    return memory.at;
  });
  const blocks = { parameters: parameter.at, gradients: own.at, state: memories };
  const all = [{ from: 0, count, total: count }];
  const operations = updateOperations(optimizer, blocks, { all, weights: all });
  const list: Bound[] = bind(tape.kernels, operations, state);
  return (gradient) => {
    own.data.set(gradient.data);
    parameter.change(() => {
      for (const run of list) run();
    });
  };
}

function expectParameters(parameters: readonly Parameter[]): void {
  if (!Array.isArray(parameters) || parameters.length === 0) {
    refuse('Optimizer', 'no list of parameters', 'one: [w, b]');
  }
  const odd = parameters.find((each) => !(each instanceof Parameter));
  if (odd !== undefined) refuse('Optimizer', 'a value that is no parameter', 'parameters alone');
  if (new Set(parameters).size < parameters.length) {
    refuse('Optimizer', 'a parameter twice', 'each once');
  }
  if (parameters.some(({ tape }) => tape !== parameters[0].tape)) {
    refuse('Optimizer', 'parameters of several tapes', 'all of one tape');
  }
}

function expectGradients(parameters: readonly Parameter[], gradients: readonly Value[]): void {
  if (!Array.isArray(gradients)) refuse('apply', 'no list of gradients', 'one');
  if (gradients.length !== parameters.length) {
    refuse('apply', `${gradients.length} gradients`, `${parameters.length}, one a parameter`);
  }
  const { tape } = parameters[0];
  tapeOf('apply', ...gradients);
  parameters.forEach((parameter, i) => {
    tape.expectPresent('apply', gradients[i]);
    if (shapeOf(gradients[i]) === shapeOf(parameter)) return;
    refuse(`apply: gradients[${i}]`, shapeOf(gradients[i]), shapeOf(parameter));
  });
}
