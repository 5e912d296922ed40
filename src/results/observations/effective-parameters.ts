import type { SweepConfig } from '../../config/types.js';
import type { NetworkRecord, Observation, Results } from '../schema.js';
import type { SizeCurve } from '../size-curves.js';
import { settingsIn } from '../varied.js';
import { counted, figure, grouped } from '../wording.js';

type Measured = Omit<Results, 'observations'>;

/** A size of a curve. */
interface Size {
  variant: string;
  params: number;
  effective: number;
  /** Rank that is reached when there are parameters enough: training rows × outputs. */
  rows: number;
  /** What counting predicts, where it does. */
  expected: number | undefined;
}

/** From which size on the outputs on the training rows can be moved in every direction, as measured and
 * as counted. */
export function effectiveParameters(results: Measured, curve: SizeCurve): Observation[] {
  const sizes = sizesOf(results, curve);
  if (sizes.length === 0) return [];
  const { label } = curve;
  const first = fullFrom(sizes, ({ effective }) => effective);
  const isCounted = sizes.every(({ expected }) => expected !== undefined);
  const predicted = isCounted ? fullFrom(sizes, ({ expected }) => expected!) : undefined;
  const units = unitsOf(results, sizes);
  const most = sizes.reduce((a, b) => (b.effective > a.effective ? b : a));
  const text = [
    `${label === '' ? '' : `${label}: `}Effective parameters, the rank of the Jacobian on the training rows:`,
    first
      ? `the median reaches ${grouped(first.rows)}, training rows × outputs, from ${named(first)} on`
      : `the median stays below ${grouped(most.rows)}, training rows × outputs (${figure(most.effective)} at ${named(most)})`,
    ...(isCounted ? [`; ${countedWords(predicted, units)}`] : []),
  ];
  return [
    {
      kind: 'effective-parameters',
      text: `${text.join(' ').replace(' ;', ';')}.`,
      evidence: {
        curve: label,
        threshold: first?.variant ?? null,
        ...(isCounted && { predicted: predicted?.variant ?? null }),
        ...(units !== undefined && { predictedUnits: units }),
        points: sizes,
      },
    },
  ];
}

function countedWords(predicted: Size | undefined, units: number | undefined): string {
  const rule = 'parameters less one a ReLU unit';
  const where = predicted ? `from ${named(predicted)} on` : 'beyond these sizes';
  return `by count (${rule}) ${where}${units === undefined ? '' : `, ${figure(units)} units`}`;
}

function named({ variant, params }: Size): string {
  return `${variant} (${counted(params, 'parameter')})`;
}

function sizesOf(results: Measured, { points }: SizeCurve): Size[] {
  const { datasets, runs, variants, networks } = results;
  const rowsOf = new Map(datasets.map(({ id, trainRows }) => [id, trainRows]));
  const datasetOf = new Map(runs.map(({ variant, dataset }) => [variant, dataset]));
  const networkOf = new Map(networks.map((network) => [network.id, network]));
  const isTrained = trainsAll(results);
  return points.flatMap(({ variant, params, diagnostics }): Size[] => {
    const network = networkOf.get(variants.find(({ id }) => id === variant)?.network ?? '');
    const effective = diagnostics?.effectiveParameters?.median ?? null;
    const trainRows = rowsOf.get(datasetOf.get(variant) ?? '');
    if (!network || effective === null || trainRows === undefined) return [];
    const rows = trainRows * network.layers[network.layers.length - 1].units;
    const rank = isTrained ? countedRank(network) : undefined;
    const expected = rank === undefined ? undefined : Math.min(rank, rows);
    return [{ variant, params, effective, rows, expected }];
  });
}

/** The smallest size from which on all have full rank. */
function fullFrom(sizes: readonly Size[], rankOf: (size: Size) => number): Size | undefined {
  const lacking = sizes.findLastIndex((size) => rankOf(size) < size.rows);
  return sizes[lacking + 1];
}

/**
 * Parameters less one for every hidden ReLU unit, whose incoming weights may grow as its outgoing ones
 * shrink and nothing changes. Smooth units have no such freedom; of linear ones it would be larger.
 */
function countedRank({ params, layers }: NetworkRecord): number | undefined {
  const hidden = layers.slice(0, -1);
  if (hidden.some(({ activation }) => activation === 'linear')) return undefined;
  const scaled = hidden.filter(({ activation }) => SCALED.includes(activation));
  return params - scaled.reduce((sum, { units }) => sum + units, 0);
}

const SCALED: readonly string[] = ['relu', 'leaky-relu'];

/** Of one hidden ReLU layer with biases, units at which the count is training rows × outputs:
 * (n − 1)·o ∕ (d + o), of one output (n − 1)/(d + 1). */
function unitsOf(
  { networks, variants, datasets }: Measured,
  sizes: readonly Size[],
): number | undefined {
  const { inputs } = datasets[0];
  const own = sizes.map(({ variant }) => {
    const id = variants.find((each) => each.id === variant)?.network;
    return networks.find((network) => network.id === id)!;
  });
  const isPlain = own.every(
    ({ layers }) =>
      layers.length === 2 &&
      SCALED.includes(layers[0].activation) &&
      layers.every(({ bias }) => bias),
  );
  const [{ rows, expected }] = sizes;
  if (!isPlain || expected === undefined || sizes.some((size) => size.rows !== rows)) {
    return undefined;
  }
  const outputs = own[0].layers[1].units;
  return (rows - outputs) / (inputs + outputs);
}

/** Whether no layer keeps its initial values. */
function trainsAll(results: Measured): boolean {
  const isFrozen = ({ networks: { hidden, output } }: SweepConfig) =>
    output.frozen ||
    hidden.flat().some((layer) => typeof layer !== 'number' && layer.frozen === true);
  return !settingsIn(results).some(({ config }) => isFrozen(config));
}
