import type { Path } from '../../config/layer.js';
import { type ConfigFlag, number } from './flag.js';

/** `1e-4..1`, `4..256:7`, `0..0.5:6:linear`; undefined for a list. */
const RANGE = /^([^.,]*(?:\.\d[^.,]*)?)\.\.([^:,]+)(?::(\d+))?(?::(log|linear))?$/;

/** Of axes given one by one, `name=a,b,c` or `name=from..to:points:scale`, a map. */
function axes(texts: readonly string[]): unknown {
  const pairs = texts.map((text) => {
    const at = text.indexOf('=');
    // Without values: the validator says what was expected.
    return at < 0 ? [text, []] : [text.slice(0, at), axis(text.slice(at + 1))];
  });
  return Object.fromEntries(pairs);
}

function axis(text: string): unknown {
  const [, from, to, points, scale] = RANGE.exec(text) ?? [];
  if (from === undefined) return text === '' ? [] : text.split(',').map(scalar);
  return {
    from: number(from),
    to: number(to),
    ...(scale && { scale }),
    ...(points && { points: Number(points) }),
  };
}

function scalar(text: string): unknown {
  if (text === 'true') return true;
  return text === 'false' ? false : number(text);
}

const variants = (...keys: string[]): Path => ['variants', ...keys];

/** What varies beside the networks. */
export const VARIANT_FLAGS: readonly ConfigFlag[] = [
  {
    flags: '--grid <axis>',
    help: 'vary a hyper-parameter: learning-rate=0.001..1:4, optimizer=sgd,adam; repeat for more',
    path: variants('grid'),
    readAll: axes,
  },
  {
    flags: '--random <axis>',
    help: 'the same, drawn at random: width=4..256, activation=relu,tanh',
    path: variants('random', 'over'),
    readAll: axes,
  },
  {
    flags: '--samples <n>',
    help: 'random draws, default 10',
    path: variants('random', 'samples'),
    read: number,
  },
];
