import { PRESETS } from './presets.js';

export const COMMAND_NOTES = `
Examples:
  lanewise sweep                            ten networks, ten seeds, all cores
  lanewise sweep --widths 2,8,32 --seeds 3  other networks
  lanewise sweep --data houses.csv          your own numbers
  lanewise lr-range --data houses.csv       learning rates that work
  lanewise verify runs/assignment-c4c1a2e0  train again, compare the bytes
  lanewise verdict errors.csv               double descent, in the errors of any program
  lanewise runs --sort test                 what was trained, and what came of it
  lanewise compare runs/a-1a2b3c4d runs/b-5e6f7a8b  side by side, with intervals
  lanewise figures runs/assignment-c4c1a2e0  draw it again
  lanewise predict model.safetensors new.csv  ask a network that --save-models kept

lanewise sweep --help lists all settings.`;

export const SWEEP_NOTES = `
Presets: ${PRESETS.slice(0, 5).join(', ')},
  ${PRESETS.slice(5).join(', ')}.

Flags go over LANEWISE_NUM_THREADS, over the config file, over the defaults.

Examples:
  lanewise sweep                                   the default sweep, into runs/
  lanewise sweep circles                           a preset, by name
  lanewise sweep mlp-100 --data ~/mnist            one that needs files of yours
  lanewise sweep my.yaml --epochs 100              a file, and one thing otherwise
  lanewise sweep --networks 2,16-16,2000 --seeds 3
  lanewise sweep --optimizer sgd --learning-rate 0.1
  lanewise sweep --widths 16 --grid learning-rate=1e-4..1:9 --grid optimizer=sgd,adam
  lanewise sweep double.yaml --check-rate           is the bump there at other rates, too?
  lanewise sweep --data houses.csv --target price --test-fraction 0.25
  lanewise sweep mnist.yaml --data ~/mnist         a file, and where its data is
  lanewise sweep --data houses.csv --save-models   the trained networks, into models/
  lanewise sweep --widths 16 --warm-start model.safetensors
  lanewise sweep --serve                           watch it in a browser while it trains
  lanewise sweep --print-config > my.yaml          a file to start from
  lanewise sweep --json | jq .aggregate            results for other programs

A sweep whose results are in runs/ already is not trained again, unless by --force or --out.

Exit codes: 0 done, 1 internal error, 2 flags or config, 3 data, 4 some trials failed,
5 time limit, 130 and 143 interrupted. A network that diverged is a result.`;

export const LR_RANGE_NOTES = `
Each network is trained for 5 epochs on 3 seeds at each rate; --epochs and --seeds change that.

Examples:
  lanewise lr-range --networks 16,64 --optimizer sgd
  lanewise lr-range my.yaml --from 1e-3 --to 1 --points 13

To see the curves: lanewise sweep --grid learning-rate=1e-5..10:25

Exit codes: as of sweep.`;

export const VERIFY_NOTES = `
Examples:
  lanewise verify runs/assignment-c4c1a2e0
  lanewise verify runs/mnist-1be14bf3 --data ~/mnist   the folder of its files

Exit codes: 0 identical, 1 different, 2 flags or a file that is no run, 3 data,
4 what is finished is identical but runs were interrupted or failed.`;

export const FIGURES_NOTES = `
Drawn from results.json, manifest.json and inspection.json alone, which stay as they are; without one of
the last two, what needs it is left out. The bytes are those that the sweep wrote.

Examples:
  lanewise figures runs/assignment-c4c1a2e0
  lanewise figures results.json --out redrawn

Exit codes: 0 done, 2 flags, a file that is no run, or a folder that cannot be written.`;

export const PREDICT_NOTES = `
The file is read as that of the training was: header, targets, ignored columns, lines to skip. Columns
are found by name where both have a header. Answers go to stdout; where the rows have targets, loss and
accuracy (or MAE and R²) go to stderr, the numbers of results.json for the same rows.

Examples:
  lanewise predict runs/houses-1a2b3c4d/models/13-16-1-seed42.safetensors new.csv
  lanewise predict model.safetensors new.csv --json --out answers.json
  lanewise predict model.safetensors t10k-images-idx3-ubyte.gz --labels t10k-labels-idx1-ubyte.gz
  lanewise predict model.safetensors houses.csv --set test   the rows that it was tested on

Exit codes: 0 done, 2 flags, 3 a model or data that cannot be used.`;

export const EXPORT_NOTES = `
Examples:
  lanewise export model.safetensors --out model.onnx
  lanewise export model.safetensors --format json | jq .layers

Exit codes: 0 done, 2 flags, 3 a file that is no model.`;

export const VERDICT_NOTES = `
FILE is one of
  JSON: {"hs": [1, 2, …], "params": [8, 15, …], "test": [[…], …], "train": [[…], …],
         "vary": 2.5, "noisevar": 0.5}: squared errors by seed and size; vary is the variance
        of the training labels, noisevar that of their noise; a list of such maps: several curves
  CSV:  a row per run with the columns size, params, seed, train, test, and curve for several
  the folder or the results.json of a sweep

Examples:
  lanewise verdict errors.json --json | jq .verdict
  lanewise verdict errors.csv --noise-variance 0.5 --label-variance 2.5

Exit codes: 0 for every verdict, 2 flags, 3 the file.`;

export const RUNS_NOTES = `
Keys are columns of the list (test, accuracy, params, verdict, date, …) or those of a config, by the
short names of --grid (optimizer, learning-rate, width, kind, …). A run that varies a key is listed if one
of its settings meets all conditions. train, test, params and accuracy are those of its best network.

Examples:
  lanewise runs                                          the latest first
  lanewise runs --sort test --where optimizer=adam
  lanewise runs --where 'learning-rate<0.01' --where verdict=observed
  lanewise runs --json | jq -r 'select(.seeds >= 10).path'

Exit codes: 0 done, 2 flags or a folder that is not there.`;

export const COMPARE_NOTES = `
Each run is compared with the first: its networks with those of the same name, or else of the nearest number
of parameters; seed by seed where the seeds that both have were given the same data (paired), else as two
samples (Welch). Losses are compared as factors. p is two-sided, by Holm over all tests.

Examples:
  lanewise compare runs/wide-1a2b3c4d runs/deep-5e6f7a8b
  lanewise compare runs/adam-* runs/sgd-* --out optimizers.html
  lanewise compare runs/mse-* runs/l1-* --measure r2 --json | jq .against

Exit codes: 0 done, 2 flags or runs that cannot be compared, 3 a file that is no run.`;
