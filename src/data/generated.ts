import type { Encoding, GeneratedDataConfig, LossConfig } from '../config/types.js';
import { NO_ROWS, type Rows } from './dataset.js';
import { encodeTargets } from './encoding.js';
import { outlineGenerated, type Seeds } from './entries.js';
import { type Generator, generatorOf } from './generate.js';
import { cutSets, type Material, scaleSets } from './material.js';
import type { DatasetEntry, Source } from './source.js';

/** Data that is drawn for every seed, or once for all. */
export function openGenerated(data: GeneratedDataConfig, loss: LossConfig, seeds: Seeds): Source {
  const generator = generatorOf(data);
  const encoding = 'encoding' in data ? data.encoding : 'number';
  const material = encode(generator, encoding, loss, NO_ROWS, NO_ROWS);
  const { inputs, outputs, classes } = material;
  const outlines = outlineGenerated(data, seeds);
  const entries = outlines.map(({ seed, trainRows, validationRows, testRows }): DatasetEntry => {
    const counts = { trainRows, validationRows, testRows };
    const known = {
      ...(classes && { classes }),
      ...(material.encoding && { encoding: material.encoding }),
    };
    return { seed, ownTests: true, shape: { inputs, outputs, ...known, ...counts } };
  });
  return {
    entries,
    dataset(index) {
      const { id, seed } = outlines[index];
      const { train, test } = generator.draw(seed);
      const material = encode(generator, encoding, loss, train, test);
      const sets = cutSets(material, { preparation: data, held: 'none', seed });
      const scaled = scaleSets(sets, data.scaling, material, false);
      return { id, kind: data.kind, seed, inputs, outputs, ...scaled };
    },
    files: new Map(),
    // Where inputs are scaled, the function is no longer one of them.
    ...(generator.target && data.scaling === 'none' && { target: generator.target }),
  };
}

function encode(
  { inputs, classes }: Generator,
  encoding: Encoding,
  loss: LossConfig,
  train: Rows,
  test: Rows,
): Material {
  const labelled = classes !== undefined;
  const targets = {
    outputs: 1,
    labelled,
    ...(labelled && { classes }),
    train: { where: 'data', rows: train },
    test: { where: 'data', rows: test },
  };
  const encoded = encodeTargets(targets, encoding, loss);
  return {
    inputs,
    outputs: encoded.outputs,
    ...(encoded.classes !== undefined && { classes: encoded.classes }),
    ...(encoded.encoding && { encoding: encoded.encoding }),
    rows: { ...train, y: encoded.train },
    test: { ...test, y: encoded.test! },
    ...(labelled && { labels: train.y }),
  };
}
