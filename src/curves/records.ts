import type { Dataset } from '../data/dataset.js';
import { digestRows, type Hash } from '../data/digest.js';
import { countParameters, type Network } from '../plan/network.js';
import type { Plan } from '../plan/plan.js';
import type { DatasetRecord, NetworkRecord, VariantRecord } from '../results/schema.js';

/**
 * @param classNames what the classes of its labels are called, where they have names.
 * @param createHash see digestRows.
 */
export function datasetRecord(
  dataset: Dataset,
  classNames?: readonly string[],
  createHash?: () => Hash,
): DatasetRecord {
  const { id, kind, seed, fold, inputs, outputs, train, validation, test } = dataset;
  return {
    id,
    kind,
    seed,
    ...(fold !== undefined && { fold }),
    trainRows: train.rows,
    validationRows: validation.rows,
    testRows: test.rows,
    inputs,
    outputs,
    ...(classNames && { classNames }),
    sha256: digestRows(dataset, createHash?.()),
  };
}

/** The distinct networks of a plan, in the order of its variants. */
export function networkRecords({ variants }: Plan): NetworkRecord[] {
  const networks = new Map(variants.map(({ network }) => [network.id, network]));
  return [...networks.values()].map(networkRecord);
}

export function variantRecords({ variants }: Plan): VariantRecord[] {
  return variants.map(({ id, network, hyper }) => ({ id, network: network.id, hyper }));
}

function networkRecord(network: Network): NetworkRecord {
  return {
    id: network.id,
    layers: network.layers.map(({ units, activation, bias }) => ({ units, activation, bias })),
    params: countParameters(network),
  };
}
