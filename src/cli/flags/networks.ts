import type { Path } from '../../config/layer.js';
import { ACTIVATION_DEFAULTS, INIT_DEFAULTS } from '../../config/training-defaults.js';
import { choice } from './choice.js';
import { type ConfigFlag, number } from './flag.js';

/** `2,3` → [[2], [3]] */
function widths(text: string): unknown[] {
  return text.split(',').map((width) => [number(width)]);
}

/** `2,16-16,linear` → [[2], [16, 16], []] */
function networks(text: string): unknown[] {
  return text
    .split(',')
    .map((network) => (network === 'linear' ? [] : network.split('-').map(number)));
}

const HIDDEN: Path = ['networks', 'hidden'];
const names = (defaults: object) => Object.keys(defaults).join(', ');

/** Of `verify`, too: where the file is now. */
export const WARM_START: ConfigFlag = {
  flags: '--warm-start <model>',
  help: 'a model file: all networks start from its parameters',
  path: ['networks', 'initial'],
};

/** What is trained. */
export const NETWORK_FLAGS: readonly ConfigFlag[] = [
  { flags: '--widths <list>', help: 'one hidden layer each: 2,3,5', path: HIDDEN, read: widths },
  {
    flags: '--networks <list>',
    help: 'any hidden layers: 2,16-16,linear',
    path: HIDDEN,
    read: networks,
  },
  {
    flags: '--activation <name>',
    help: `${names(ACTIVATION_DEFAULTS)}; with a parameter: leaky-relu:0.2`,
    path: ['networks', 'activation'],
    read: choice(ACTIVATION_DEFAULTS),
  },
  {
    flags: '--output-activation <name>',
    help: 'of the last layer: linear, sigmoid, softmax, …',
    path: ['networks', 'output', 'activation'],
    read: choice(ACTIVATION_DEFAULTS),
  },
  {
    flags: '--init <name>',
    help: `${names(INIT_DEFAULTS)}; uniform:0.1`,
    path: ['networks', 'init'],
    read: choice(INIT_DEFAULTS),
  },
  {
    flags: '--dropout <x>',
    help: 'probability that a hidden output is dropped',
    path: ['networks', 'dropout'],
    read: number,
  },
  WARM_START,
];
