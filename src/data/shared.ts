import { drawsRows } from '../config/complete-data.js';
import { InputError } from '../config/problem.js';
import type { ArraysDataConfig, FileDataConfig, LossConfig } from '../config/types.js';
import type { DatasetShape, ResidentRows } from '../plan/trial.js';
import type { Dataset, Rows } from './dataset.js';
import { encodeTargets, type RawTargets } from './encoding.js';
import { type Outline, outlineShared, type Seeds } from './entries.js';
import { countClasses } from './labels.js';
import { cutSets, type Material, scaleSets } from './material.js';
import { checkRows, checkTrainRows } from './row-counts.js';
import type { DatasetEntry, Source, TakeFloats } from './source.js';
import type { Table } from './table.js';

/** The same rows for all seeds and folds: of files, or handed over in memory. */
export interface SharedRows {
  data: FileDataConfig | ArraysDataConfig;
  table: Table;
  test?: Table;
  /** What train and test rows are called in problems. */
  where: { train: string; test: string };
  /** Gave the room in which the rows stand: see TakeFloats. */
  take?: TakeFloats;
}

/**
 * @throws {InputError} (exit code 3) for targets that the loss has no use for, and too few rows.
 */
export function openShared(
  rows: SharedRows,
  loss: LossConfig,
  seeds: Seeds,
): Pick<Source, 'entries' | 'dataset'> {
  const { data, table, test } = rows;
  checkRows(rows);
  const material = encode(rows, loss);
  const outlines = outlineShared(data, seeds, table.rows, test?.rows);
  checkTrainRows(rows, outlines);
  const draws = drawsRows(data, test !== undefined);
  const preparation = draws ? data : { ...data, split: 'order' as const };
  const isOnly = outlines.length === 1;
  const isResident = rows.take !== undefined && (isOnly || data.scaling === 'none');
  const cut = ({ held, seed }: Outline) => {
    const sets = cutSets(material, { preparation, held, seed });
    return scaleSets(sets, data.scaling, material, !isOnly);
  };
  // Scaled once, where they stand: whoever asks again gets the same.
  const only = isOnly ? cut(outlines[0]) : undefined;
  return {
    entries: outlines.map((outline) => entryOf(outline, material, isResident)),
    dataset(index): Dataset {
      const { id, seed, fold } = outlines[index];
      const { inputs, outputs } = material;
      const place = { id, kind: data.kind, seed, ...(fold !== undefined && { fold }) };
      return { ...place, inputs, outputs, ...(only ?? cut(outlines[index])) };
    },
  };
}

function encode({ data, table, test, where, take }: SharedRows, loss: LossConfig): Material {
  const train = { where: where.train, rows: table };
  const targets: RawTargets = {
    outputs: table.outputs,
    labelled: data.kind === 'idx' || table.classNames !== undefined,
    ...(table.classNames && { classes: table.classNames.length }),
    train,
    ...(test && { test: { where: where.test, rows: test } }),
  };
  // A stratified split counts on labels, whatever the loss makes of them.
  if (data.split === 'stratified')
    countClasses(table.outputs, train, data.testRows === undefined ? undefined : targets.test);
  const encoded = encodeTargets(targets, data.encoding, loss, take);
  return {
    inputs: table.inputs,
    outputs: encoded.outputs,
    ...(encoded.classes !== undefined && { classes: encoded.classes }),
    ...(encoded.encoding && { encoding: encoded.encoding }),
    ...imageOf(data, table, where.train),
    rows: { rows: table.rows, x: table.x, y: encoded.train },
    ...(test && { test: { rows: test.rows, x: test.x, y: encoded.test! } }),
    labels: table.y,
    ...(test && { testLabels: test.y }),
  };
}

/**
 * What the config says of rows that do not say it themselves.
 *
 * @throws {InputError} (exit code 3) where the rows have another size.
 */
function imageOf(
  { image }: SharedRows['data'],
  table: Table,
  where: string,
): Pick<Material, 'image'> {
  if (!image) return table.image ? { image: table.image } : {};
  const pixels = image.height * image.width * image.channels;
  if (pixels === table.inputs) return { image };
  const size = `${image.height} × ${image.width} × ${image.channels}`;
  const message = `found ${table.inputs} inputs, expected ${pixels} for images of ${size}`;
  throw new InputError([{ where, message }], 3);
}

function entryOf(
  { seed, fold, trainRows, validationRows, testRows }: Outline,
  { inputs, outputs, classes, encoding, image, rows, test = rows }: Material,
  isResident: boolean,
): DatasetEntry {
  const shape: DatasetShape = {
    inputs,
    outputs,
    ...(classes !== undefined && { classes }),
    ...(encoding && { encoding }),
    ...(image && { image }),
    trainRows,
    validationRows,
    testRows,
    ...(isResident && {
      resident: { train: placeOf(rows), validation: placeOf(rows), test: placeOf(test) },
    }),
  };
  return {
    seed,
    ...(fold !== undefined && { fold }),
    ...(test !== rows && { ownTests: true }),
    shape,
  };
}

function placeOf({ x, y }: Rows): ResidentRows {
  return { x: x.byteOffset, y: y.byteOffset };
}
