import type { Dataset, Rows } from '../../src/data/dataset.js';
import { NO_ROWS } from '../../src/data/dataset.js';
import type { Subject } from '../../src/inspect/subject.js';
import type { ModelAnswer, ModelRecord } from '../../src/model/record.js';

export interface SubjectParts {
  answer: ModelAnswer;
  /** Outputs of a row of inputs, as the network sees them. */
  outputsOf(x: readonly number[]): number[];
  train: Samples;
  test?: Samples;
  validation?: Samples;
  scale?: ModelRecord['scale'];
  image?: ModelRecord['image'];
  weights?: Float32Array[];
  hidden?: number;
}

type Samples = readonly (readonly [x: readonly number[], y: readonly number[]])[];

/** A subject whose network is a function, on rows written out. */
export function subject({ outputsOf, train, test, validation, ...parts }: SubjectParts): Subject {
  const inputs = train[0][0].length;
  const outputs = outputsOf(train[0][0].map(() => 0)).length;
  const dataset: Dataset = {
    id: 'd',
    kind: 'csv',
    seed: 42,
    inputs,
    outputs: train[0][1].length,
    train: rowsOf(train),
    validation: validation ? rowsOf(validation) : NO_ROWS,
    test: test ? rowsOf(test) : NO_ROWS,
  };
  const layer = { activation: 'linear', params: {}, bias: true } as const;
  const { answer, scale, image, weights, hidden = 2 } = parts;
  return {
    model: {
      network: {
        inputs,
        layers: [
          { ...layer, units: hidden },
          { ...layer, units: outputs },
        ],
      },
      weights: [weights ?? [], []],
      answer,
      ...(scale && { scale }),
      ...(image && { image }),
    },
    dataset,
    predict: (x, samples) =>
      Float32Array.from(
        Array.from({ length: samples }, (_, j) =>
          outputsOf(Array.from(x.subarray(j * inputs, (j + 1) * inputs))),
        ).flat(),
      ),
  };
}

function rowsOf(samples: Samples): Rows {
  const [x, y] = [0, 1].map((of) =>
    Float32Array.from(samples.flatMap((sample) => [...sample[of]])),
  );
  return { rows: samples.length, x, y };
}

export const NUMBERS: ModelAnswer = { kind: 'numbers' };

export function classes(
  count: number,
  outputs: 'logits' | 'scores' = 'logits',
): Extract<ModelAnswer, { kind: 'classes' }> {
  return { kind: 'classes', classes: count, outputs };
}
