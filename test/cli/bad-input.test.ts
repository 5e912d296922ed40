import { describe, expect, test } from 'vitest';
import { expectRefusal, lanewise, workFolder } from './harness.js';

const WHOLE = (high: string) => `expected a whole number from 1 to ${high}`;

describe.concurrent('flags', () => {
  test.for<[string[], (string | RegExp)[]]>([
    [
      ['swep'],
      [
        'found unknown command "swep", expected sweep, lr-range, verify, verdict, runs, compare, figures, predict, export or info; did you mean sweep?',
      ],
    ],
    [['--foo'], ['found unknown flag "--foo", expected --help or --version']],
    [
      ['sweep', '--epohcs', '5'],
      ['found unknown flag "--epohcs", expected one that --help lists; did you mean --epochs?'],
    ],
    [['sweep', '--quiet=yes'], ['--quiet: found a value, expected none']],
    [['sweep', '--epochs'], [`--epochs: found "", ${WHOLE('10,000,000')}`]],
    [['sweep', '--epochs', '0'], [`--epochs: found 0, ${WHOLE('10,000,000')}`]],
    [['sweep', '--epochs', '-1'], [`--epochs: found -1, ${WHOLE('10,000,000')}`]],
    [['sweep', '--epochs', 'NaN'], [`--epochs: found "NaN", ${WHOLE('10,000,000')}`]],
    [['sweep', '--epochs', '1e999'], [`--epochs: found Infinity, ${WHOLE('10,000,000')}`]],
    [['sweep', '--batch-size', '0'], [`--batch-size: found 0, ${WHOLE('100,000,000')}`]],
    [
      ['sweep', '--batch-size', '501'],
      ['--batch-size: found batch size 501 for 500 training samples, expected at most 500'],
    ],
    [
      ['sweep', '--train', '50'],
      ['--train: found batch size 100 for 50 training samples, expected at most 50'],
    ],
    [
      ['sweep', '--data', 'd.csv', '--train-rows', '50'],
      ['--train-rows: found batch size 100 for 50 training samples, expected at most 50'],
    ],
    [
      ['sweep', '--data', 'd.csv', '--test-rows', '50', '--folds', '3'],
      ['--folds: found both testRows and folds, expected one'],
    ],
    [
      ['sweep', '--test-rows', '50'],
      [
        '--test-rows: found testRows with data assignment, expected it only with data csv, idx, npy or json',
      ],
    ],
    [['sweep', '--widths', '2,0'], [`--widths: found 0, ${WHOLE('1,000,000')}`]],
    [['sweep', '--widths', '1000001'], [`--widths: found 1000001, ${WHOLE('1,000,000')}`]],
    [['sweep', '--widths', ''], [`--widths: found "", ${WHOLE('1,000,000')}`]],
    [
      ['sweep', '--widths', '2,3,2'],
      ['--widths: found [2] again, expected every network once (it is network 1)'],
    ],
    [
      ['sweep', '--widths', '2', '--networks', '3'],
      ['--networks: found together with --widths, expected one of them'],
    ],
    [
      ['sweep', '--networks', '100000-100000'],
      [/^found a plan that needs \d+(\.\d)? GiB of memory .*, expected at most/],
    ],
    [
      ['sweep', '--optimizer', 'adma'],
      [
        '--optimizer: found "adma", expected sgd, momentum, nesterov, adagrad, adadelta, rmsprop, adam or adamw; did you mean adam?',
      ],
    ],
    [
      ['sweep', '--momentum', '0.9'],
      [
        '--momentum: found momentum with optimizer adam, expected it only with optimizer momentum, nesterov or rmsprop',
      ],
    ],
    [
      ['sweep', '--learning-rate', '0'],
      ['--learning-rate: found 0, expected a number greater than 0'],
    ],
    [
      ['sweep', '--target', 'y'],
      ['--target: found target with data assignment, expected it only with data csv'],
    ],
    [
      ['sweep', '--backend', 'waasm'],
      ['--backend: found "waasm", expected wasm or js; did you mean wasm?'],
    ],
    [['sweep', '--threads', '0'], ['--threads: found 0, expected a whole number from 1 to 256']],
    [
      ['sweep', '--threads', '257'],
      ['--threads: found 257, expected a whole number from 1 to 256'],
    ],
    [['sweep', '--time-limit', '0'], ['--time-limit: found 0, expected seconds, more than 0']],
    [
      ['sweep', '--evaluate', 'points:1'],
      ['--evaluate points: found 1, expected a whole number from 2 to 10,000,000'],
    ],
    [
      ['sweep', '--name', 'a\u001bb'],
      ['--name: found "a\\u001bb", expected a name of 1 to 100 printable characters'],
    ],
    [['sweep', '--json='], ['--json: found "", expected a file']],
    [
      ['sweep', 'a.yaml', 'b.yaml'],
      [
        'b.yaml: found 2 arguments, expected at most one: a config file',
        'a.yaml: found no such file, expected a config in YAML or JSON',
      ],
    ],
    [['verify'], ['verify: found 0 arguments, expected one: the folder of a run']],
    [['verify', 'nowhere'], ['nowhere: found no such file, expected the results.json of a run']],
  ])('%j', async ([args, lines]) => {
    await expectRefusal(args, lines);
  });

  test('the environment', async () => {
    const env = { LANEWISE_NUM_THREADS: '0' };
    const line = 'LANEWISE_NUM_THREADS: found 0, expected a whole number from 1 to 256';
    await expectRefusal(['sweep'], [line], { env });
  });

  test('no command prints the help', async () => {
    const { code, stdout, stderr } = await lanewise([], { cwd: workFolder() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: lanewise');
  });
});

describe.concurrent('config files', () => {
  test.for<[string, string, (string | RegExp)[]]>([
    [
      'c.yaml',
      'trainig: { epochs: 5 }\n',
      [
        'c.yaml:1:1: found unknown key "trainig", expected name, seed, seeds, data, networks, training, evaluate, variants or diagnostics; did you mean training?',
      ],
    ],
    [
      'c.yaml',
      'training:\n  epochs: .inf\n',
      [`c.yaml:2:11: training.epochs: found Infinity, ${WHOLE('10,000,000')}`],
    ],
    [
      'c.yaml',
      'networks: { hidden: [] }\n',
      ['c.yaml:1:21: networks.hidden: found [], expected at least one network such as [16, 16]'],
    ],
    [
      'c.yaml',
      'threads: 4\n',
      ['c.yaml:1:1: found "threads", which is an execution setting: use --threads'],
    ],
    [
      'c.yaml',
      'data:\n  __proto__: { train: 5 }\n',
      ['c.yaml:2:3: data: found key "__proto__", which is not allowed'],
    ],
    ['c.yaml', 'seeds: [1\n', [/^c\.yaml:\d:\d: malformed YAML: /]],
    ['c.yaml', '', [/^c\.yaml: found an empty config, /]],
    ['c.yaml', '\u0000\ufffd', [/^c\.yaml:\d:\d: /]],
    ['c.json', '{"seeds": 3,}', ['c.json:1:13: found "}", expected a key in double quotes']],
    ['c.json', '{"seeds": "3"}', [`c.json:1:11: seeds: found "3", ${WHOLE('1,000,000')}`]],
    [
      'c.csv',
      '1,2\n',
      ['c.csv: found a data file, expected a config in YAML or JSON; did you mean --data?'],
    ],
  ])('%s %j', async ([name, text, lines]) => {
    await expectRefusal(['sweep', name], lines, { files: { [name]: text } });
  });

  test('what a flag sets within a broken section of a file', async () => {
    await expectRefusal(
      ['sweep', 'c.yaml', '--epochs', '5'],
      ['c.yaml:1:11: training: found 5, expected a map'],
      { files: { 'c.yaml': 'training: 5\n' } },
    );
  });

  test('missing, and bad flags with it', async () => {
    await expectRefusal(
      ['sweep', 'nope.yaml', '--epochs', 'x', '--test-fraction', '0.5'],
      [
        'nope.yaml: found no such file, expected a config in YAML or JSON',
        `--epochs: found "x", ${WHOLE('10,000,000')}`,
      ],
    );
  });

  test('all problems of flags and file in one pass', async () => {
    const text = 'seeds: 0\ntraining:\n  loss: mes\n  optimizer: { name: sgd, beta1: 0.5 }\n';
    await expectRefusal(
      ['sweep', 'c.yaml', '--thread', '2', '--backend', 'x', '--epochs', '0'],
      [
        'found unknown flag "--thread", expected one that --help lists; did you mean --threads?',
        '--backend: found "x", expected wasm or js',
        'c.yaml:1:8: seeds: found 0, expected a whole number from 1 to 1,000,000',
        'c.yaml:3:9: training.loss: found "mes", expected mse, half-sse, l1, huber, smooth-l1, softmax-cross-entropy, binary-cross-entropy or kl-divergence; did you mean mse?',
        'c.yaml:4:27: training.optimizer: found beta1 with optimizer sgd, expected it only with optimizer adam or adamw',
        `--epochs: found 0, ${WHOLE('10,000,000')}`,
      ],
      { files: { 'c.yaml': text } },
    );
  });
});

describe.concurrent('data files exit with 3', () => {
  test.for<[string | undefined, string[], string[]]>([
    [undefined, [], ['d.csv: found no such file, expected a CSV file']],
    ['', [], ['d.csv: found an empty file, expected rows of numbers']],
    [
      'a,b\n1,2,3\n1,x\n1,\n',
      [],
      [
        'd.csv:2: found 3 cells, expected 2',
        'd.csv:3:3: found "x", expected a number (column "b")',
        'd.csv:4:3: found an empty cell, expected a number (column "b")',
      ],
    ],
    [
      'a,price\n1,2\n',
      ['--target', 'prcie'],
      ['d.csv: found no target column "prcie", expected "a" or "price"; did you mean price?'],
    ],
    ['a,b\n1,2\n', [], ['d.csv: found 1 row, expected at least 2: one to train, one to test']],
    [
      'a,b\n1,2\n3,4\n',
      ['--test-rows', '1', '--train-rows', '2', '--batch-size', '1'],
      ['d.csv: found 2 rows, expected more: 1 to test leave 1, trainRows asks for 2'],
    ],
    [
      'a,b\n1,2\n3,4\n',
      ['--test-data', 't.csv'],
      ['t.csv: found no such file, expected a CSV file'],
    ],
  ])('%j %j', async ([text, flags, lines]) => {
    const files = text === undefined ? {} : { 'd.csv': text };
    await expectRefusal(['sweep', '--data', 'd.csv', ...flags], lines, { code: 3, files });
  });

  test('a batch larger than the rows of a file', async () => {
    const files = { 'd.csv': 'a,b\n1,2\n3,4\n5,6\n' };
    const line = /batchSize: found 100, expected at most/;
    await expectRefusal(['sweep', '--data', 'd.csv'], [line], { files });
  });
});

describe.concurrent('output', () => {
  test.for<[string[], (string | RegExp)[]]>([
    [['--out', 'file'], ['file: found a file, expected a folder to write into']],
    [
      ['--out', 'file/below'],
      [/^file\/below: found the file .+, expected a folder to write into$/],
    ],
    [
      ['--out', '.'],
      [
        '.: found file, which no run has written, expected an empty folder; --force writes there all the same',
      ],
    ],
    [['--out', ''], ['--out: found "", expected a folder']],
    [['--json=nowhere/r.json'], [/^--json: found no folder .+nowhere, expected one for the file$/]],
    [
      ['--json=file'],
      ['--json: found a results.json that is not of lanewise in file; --force overwrites it'],
    ],
  ])('%j', async ([flags, lines]) => {
    await expectRefusal(['sweep', ...flags], lines, { files: { file: 'mine' } });
  });

  test.skipIf(process.platform !== 'linux')('a place where no folder can be made', async () => {
    const out = '/proc/lanewise/run';
    await expectRefusal(
      ['sweep', '--widths', '2', '--out', out],
      [/^\/proc\/lanewise\/run: found /],
    );
  });
});
