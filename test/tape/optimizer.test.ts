import { describe, expect, it } from 'vitest';
import {
  gradients,
  InputError,
  mse,
  mul,
  Optimizer,
  type OptimizerSettings,
  type Parameter,
  relu,
  squareSum,
  sum,
  type Value,
} from '../../src/entries/tape.js';
import { OPTIMIZERS } from '../train/choices.js';
import { createStepper } from '../train/float64/optimizers.js';
import { BACKENDS, deviation, flat, numbersOf, tapes } from './support.js';

const tape = tapes.wasm;

describe.each(BACKENDS)('an update, %s', (backend) => {
  it.each(OPTIMIZERS)(
    'follows PyTorch’s %s in float64',
    (_, { decayBiases: _ignored, ...settings }) => {
      const on = tapes[backend];
      const numbers = numbersOf(3, 5, 1);
      const w = on.parameter(numbers);
      const optimizer = new Optimizer([w], settings);
      const p = flat(numbers);
      const steppers = p.map(() => createStepper({ ...settings, decayBiases: true }, false));
      for (let t = 0; t < 5; t++) {
        on.record(() => optimizer.apply(gradients(squareSum(w), [w])));
        p.forEach((value, i) => {
          p[i] = steppers[i](value, 2 * value, settings.learningRate);
        });
      }
      expect(deviation(w.read(), p)).toBeLessThan(1e-5);
    },
  );
});

describe('Optimizer', () => {
  it('leaves gradients as they are, and reads them alone', () => {
    const w = tape.parameter(numbersOf(2, 3, 1));
    const optimizer = new Optimizer([w], { name: 'adagrad', weightDecay: 0.5 });
    tape.record(() => {
      const loss = squareSum(w);
      const [gradient] = gradients(loss, [w]);
      const before = gradient.read();
      optimizer.apply([gradient]);
      expect(gradient.read()).toEqual(before);
    });
  });

  it('takes the rate of an update from the caller, the schedule', () => {
    const [a, b] = [tape.parameter([[4]]), tape.parameter([[4]])];
    const [first, second] = [
      new Optimizer([a], 'sgd'),
      new Optimizer([b], { name: 'sgd', learningRate: 0.5 }),
    ];
    tape.record(() => {
      first.apply(gradients(squareSum(a), [a]), 0.5);
      second.apply(gradients(squareSum(b), [b]));
    });
    expect([a.read()[0], b.read()[0]]).toEqual([0, 0]);
  });

  it('counts its updates by itself, whatever others do', () => {
    const [a, b] = [tape.parameter([[4]]), tape.parameter([[4]])];
    const both = new Optimizer([a, b], 'adam');
    const alone = tape.parameter([[4]]);
    const own = new Optimizer([alone], 'adam');
    for (let t = 0; t < 3; t++) {
      tape.record(() => both.apply(gradients(sum(mul(a, b)), [a, b])));
      tape.record(() => own.apply(gradients(sum(mul(alone, b)), [alone])));
    }
    expect(a.read()).toEqual(b.read());
    expect(alone.read()[0]).toBeCloseTo(4 - 0.03, 3);
  });

  const w = tape.parameter(numbersOf(2, 3, 1));
  const value = tape.constant([1]);

  it.each<[string, unknown, string[]]>([
    [
      'an unknown name',
      'adm',
      [
        'Optimizer: found "adm", expected sgd, momentum, nesterov, adagrad, adadelta, rmsprop, adam or ' +
          'adamw; did you mean adam?',
      ],
    ],
    [
      'every problem of its settings',
      { name: 'adam', beta1: 2, learningrate: 0.1 },
      [
        'Optimizer: learningrate: found unknown key "learningrate", expected name, learningRate, ' +
          'weightDecay, decayBiases, beta1, beta2, epsilon or amsgrad; did you mean learningRate?',
        'Optimizer: beta1: found 2, expected a number from 0 to below 1',
      ],
    ],
    [
      'the setting that tells weights from biases',
      { name: 'sgd', decayBiases: false },
      ['Optimizer: decayBiases: found it, expected an optimizer for weights and one for biases'],
    ],
  ])('refuses %s', (_, settings, messages) => {
    const error = thrownBy(() => new Optimizer([w], settings as OptimizerSettings));
    expect(error).toBeInstanceOf(InputError);
    expect(error.message.split('\n')).toEqual(messages);
  });

  it.each<[string, unknown, string]>([
    ['no parameters', [], 'Optimizer: found no list of parameters, expected one: [w, b]'],
    ['a parameter that stands alone', w, 'Optimizer: found no list of parameters'],
    ['one twice', [w, w], 'Optimizer: found a parameter twice, expected each once'],
    ['a constant', [value], 'Optimizer: found a value that is no parameter'],
    ['those of two tapes', [w, tapes.js.parameter([1])], 'found parameters of several tapes'],
  ])('refuses %s', (_, parameters, message) => {
    expect(() => new Optimizer(parameters as Parameter[], 'sgd')).toThrow(message);
  });

  it('refuses gradients that are not its own, and changes nothing', () => {
    const [a, b] = [tape.parameter([1, 2]), tape.parameter([[3]])];
    const optimizer = new Optimizer([a, b], 'sgd');
    const gone = tape.record(() => gradients(sum(a), [a])[0]);
    tape.record(() => {
      const [ga, gb] = gradients(sum(mul(a, b)), [a, b]);
      const attempts: [Value[], string][] = [
        [ga as unknown as Value[], 'apply: found no list of gradients, expected one'],
        [[ga], 'apply: found 1 gradients, expected 2, one a parameter'],
        [[ga, ga], 'apply: gradients[1]: found 2 × 1, expected 1 × 1'],
        [[gone, gb], 'apply: found a 2 × 1 value whose recording has ended'],
        [[ga, undefined as unknown as Value], 'apply: found nothing, expected a value of a tape'],
      ];
      for (const [list, message] of attempts) {
        expect(() => optimizer.apply(list)).toThrow(message);
      }
      expect(() => optimizer.apply([ga, gb], Number.NaN)).toThrow('apply: found learningRate NaN');
    });
    expect([...a.read(), ...b.read()]).toEqual([1, 2, 3]);
  });
});

describe('a parameter', () => {
  it('may be written, and changed where it lies: an optimizer of one’s own', () => {
    const p = tape.parameter([[6, 3, 7]]);
    tape.record(() => {
      const [gradient] = gradients(mse(p, tape.constant([[3, 0, 1]])), [p]);
      const slopes = gradient.read();
      p.change((data) => {
        for (let j = 0; j < 3; j++) data[j] -= 1.5 * slopes[j];
      });
    });
    expect([...p.read()]).toEqual([3, 0, 1]);
    expect([...p.write([4, 5, 6]).read()]).toEqual([4, 5, 6]);
    expect(p.version).toBe(2);
    const message = 'write: found 2 numbers for a 1 × 3 value, expected 3';
    expect(() => p.write([1, 2])).toThrow(message);
  });

  it('has one number, or says its shape', () => {
    expect(tape.parameter([[0.1]]).item()).toBe(Math.fround(0.1));
    expect(() => tape.parameter([1, 2]).item()).toThrow('item: found 2 × 1, expected 1 × 1');
    expect(tape.record(() => relu(tape.parameter([-2])).item())).toBe(0);
  });
});

function thrownBy(attempt: () => unknown): Error {
  try {
    attempt();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
