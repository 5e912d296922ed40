import type { Path } from '../../config/layer.js';
import {
  CLIP_DEFAULTS,
  LOSS_DEFAULTS,
  OPTIMIZER_DEFAULTS,
  SCHEDULE_DEFAULTS,
} from '../../config/training-defaults.js';
import { choice, settings } from './choice.js';
import { type ConfigFlag, number } from './flag.js';

const training = (...keys: string[]): Path => ['training', ...keys];
const names = (defaults: object) => Object.keys(defaults).join(', ');

/** `10` → { patience: 10 }; `none`; `patience=10,monitor=train` */
function patience(text: string): unknown {
  if (text === 'none') return text;
  if (text.includes('=')) return settings(text);
  const epochs = number(text);
  return typeof epochs === 'number' ? { patience: epochs } : text;
}

/** How it is trained. */
export const TRAINING_FLAGS: readonly ConfigFlag[] = [
  {
    flags: '--method <name>',
    help: 'gradient; least-squares: the output layer at once, on random features',
    path: training('method'),
  },
  { flags: '--epochs <n>', help: 'passes over the data', path: training('epochs'), read: number },
  {
    flags: '--batch-size <n>',
    help: 'samples of one step, or full',
    path: training('batchSize'),
    read: number,
  },
  { flags: '--shuffle', help: 'a new order in every epoch', path: training('shuffle') },
  { flags: '--no-shuffle', help: 'always the same order', path: training('shuffle') },
  {
    flags: '--loss <name>',
    help: `${names(LOSS_DEFAULTS)}; huber:0.5`,
    path: training('loss'),
    read: choice(LOSS_DEFAULTS),
  },
  {
    flags: '--optimizer <name>',
    help: `${names(OPTIMIZER_DEFAULTS)}; adam:beta1=0.8,amsgrad=true`,
    path: training('optimizer'),
    read: optimizer,
  },
  {
    flags: '--learning-rate <x>',
    help: 'step size',
    path: training('optimizer', 'learningRate'),
    read: number,
  },
  {
    flags: '--momentum <x>',
    help: 'of momentum, nesterov, rmsprop',
    path: training('optimizer', 'momentum'),
    read: number,
  },
  {
    flags: '--weight-decay <x>',
    help: 'of the optimizer',
    path: training('optimizer', 'weightDecay'),
    read: number,
  },
  {
    flags: '--schedule <name>',
    help: `${names(SCHEDULE_DEFAULTS)}; exponential:0.9, step:every=10,factor=0.5`,
    path: training('schedule'),
    read: choice(SCHEDULE_DEFAULTS),
  },
  {
    flags: '--warmup <n>',
    help: 'epochs until the learning rate is reached',
    path: training('warmup'),
    read: number,
  },
  { flags: '--l1 <x>', help: 'penalty on Σ|w|', path: training('penalty', 'l1'), read: number },
  { flags: '--l2 <x>', help: 'penalty on Σw²', path: training('penalty', 'l2'), read: number },
  {
    flags: '--clip <how>',
    help: 'gradients: norm:1, value:0.5, none',
    path: training('clip'),
    read: choice(CLIP_DEFAULTS),
  },
  {
    flags: '--early-stopping <epochs>',
    help: 'patience, by the validation loss; patience=50,monitor=train; none',
    path: training('earlyStopping'),
    read: patience,
  },
  {
    flags: '--augment <list>',
    help: 'noise=0.1,flip=horizontal,shift=2,rotation=10',
    path: training('augmentation'),
    read: settings,
  },
];

/** Always a map: other flags add to it. */
function optimizer(text: string): unknown {
  const chosen = choice(OPTIMIZER_DEFAULTS)(text);
  return typeof chosen === 'string' ? { name: chosen } : chosen;
}
