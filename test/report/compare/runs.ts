import { compareRuns } from '../../../src/compare/compare.js';
import type { Comparison, LabelledRun, MeasureName } from '../../../src/compare/types.js';
import { labelled, onOtherData, scaled } from '../../compare/samples.js';
import { classResults } from '../../results/class-sample.js';
import { ASSIGNMENT, diverged, sampleResults } from '../../results/sample.js';
import { drawnResults, gridResults } from '../../results/varied-sample.js';

interface Compared {
  runs: LabelledRun[];
  measure: MeasureName;
  comparison: Comparison;
}

function compared(runs: LabelledRun[], measure: MeasureName = 'loss'): Compared {
  return { runs, measure, comparison: compareRuns(runs, measure) };
}

/** Deeper networks of about the sizes of the default sweep, of which the first two seeds diverge. */
const deep = () =>
  sampleResults({
    networks: [
      { hidden: [2, 2], train: 1.1, test: 290 },
      { hidden: [4, 4], train: 0.5, test: 240 },
      { hidden: [9, 9], train: 0.2, test: 190 },
    ],
    seeds: 6,
    change: (run, at) => (at < 2 ? diverged(run) : run),
  });

/** Comparisons that text, figure and page must survive, by what is special about them. */
export const COMPARISONS: Readonly<Record<string, () => Compared>> = {
  'two runs': () => compared([labelled('narrow', scaled(1)), labelled('wide', scaled(1.2))]),
  'width, depth and other data': () =>
    compared([
      labelled('wide', scaled(1)),
      labelled('deep', deep()),
      labelled('clean', onOtherData(scaled(0.7))),
    ]),
  classes: () =>
    compared(
      [
        labelled('a', classResults({ seeds: 4 })),
        labelled('b', classResults({ seeds: 4, hidden: [2, 8] })),
      ],
      'accuracy',
    ),
  'R² and MAE': () => compared([labelled('a', scaled(1)), labelled('b', scaled(1))], 'r2'),
  'mean absolute errors': () =>
    compared([labelled('a', scaled(1)), labelled('b', scaled(1))], 'mae'),
  'one network each, one seed': () =>
    compared([
      labelled('a', sampleResults({ networks: ASSIGNMENT.slice(0, 1), seeds: 1 })),
      labelled('b', sampleResults({ networks: ASSIGNMENT.slice(1, 2), seeds: 1 })),
    ]),
  'settings of their own': () =>
    compared([labelled('grid', gridResults()), labelled('plain', sampleResults({ seeds: 3 }))]),
  'many settings': () =>
    compared([labelled('draws', drawnResults()), labelled('grid', gridResults())]),
  'nothing finished': () =>
    compared([
      labelled('a', sampleResults({ seeds: 2, change: diverged })),
      labelled('b', scaled(1)),
    ]),
  'six runs of evil names': () =>
    compared(
      ['<script>alert(1)</script>', 'a"b', "c'd & co.", 'e\u0007', 'long '.repeat(30), '大'].map(
        (label, at) => labelled(label, scaled(1 + at / 10)),
      ),
    ),
};
