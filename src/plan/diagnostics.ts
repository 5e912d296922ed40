import type { Problem } from '../config/problem.js';
import { grouped } from '../config/text.js';
import type { Diagnostics } from '../config/types.js';
import type { Widths } from './flops.js';
import { countParameters, type Network } from './network.js';
import type { Plan } from './plan.js';
import type { DatasetShape } from './trial.js';

/** Rows of J: with so many the eigenvalues of one network take about half a minute. */
const MOST_JACOBIAN_ROWS = 2000;
/** Numbers of the two factors of J, in a worker: 256 MiB. */
const MOST_JACOBIAN_NUMBERS = 1 << 25;

/** Whether anything is measured of each trial by itself. */
export function diagnosesTrials(diagnostics: Diagnostics | undefined): boolean {
  return diagnostics !== undefined && (diagnostics.norm || diagnostics.jacobian);
}

/** Diagnostics that would take too long, or too much memory: each problem once. */
export function diagnosticProblems({
  diagnostics,
  trials,
  variants,
  datasets,
}: Pick<Plan, 'diagnostics' | 'trials' | 'variants' | 'datasets'>): Problem[] {
  if (!diagnostics?.jacobian) return [];
  const where = 'diagnostics.jacobian';
  const advice = 'leave it out, or train on fewer rows';
  const messages = trials.map(({ variant, dataset }) => {
    const { network, id } = variants[variant];
    const { rows, numbers } = jacobianSize(network, datasets[dataset]);
    if (rows > MOST_JACOBIAN_ROWS) {
      const { trainRows } = datasets[dataset];
      const outputs = rows / trainRows;
      const times = outputs === 1 ? '' : ` × ${grouped(outputs)} outputs`;
      const size = `${grouped(trainRows)} training rows${times}`;
      return `found ${size}, expected at most ${grouped(MOST_JACOBIAN_ROWS)}: ${advice}`;
    }
    if (numbers <= MOST_JACOBIAN_NUMBERS) return '';
    const size = `${grouped(numbers)} numbers for ${id}`;
    return `found ${size}, expected at most ${grouped(MOST_JACOBIAN_NUMBERS)}: ${advice}`;
  });
  const distinct = [...new Set(messages)].filter((message) => message !== '');
  return distinct.slice(0, 1).map((message) => ({ where, message }));
}

/** Operations that the Jacobian of a trial takes: the smaller of J·Jᵀ and JᵀJ and its eigenvalues, twice. */
export function jacobianFlops(network: Network, shape: DatasetShape): number {
  const { rows, numbers } = jacobianSize(network, shape);
  const params = countParameters(network);
  const size = Math.min(rows, params);
  const product = params < rows ? (params * params * rows) / 2 : (rows * numbers) / 2;
  return 2 * (product + (4 / 3) * size * size * size);
}

function jacobianSize({ inputs, layers }: Widths, { trainRows }: DatasetShape) {
  const rows = trainRows * layers[layers.length - 1].units;
  const units = layers.reduce((sum, layer) => sum + layer.units, 0);
  return { rows, numbers: rows * units + trainRows * (inputs + units) };
}
