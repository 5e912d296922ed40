import { PRESETS } from './presets.js';

export const COMMAND_NOTES = `
Examples:
  lanewise sweep                            ten networks, ten seeds, all cores
  lanewise sweep --widths 2,8,32 --seeds 3  other networks
  lanewise sweep --data houses.csv          your own numbers
  lanewise lr-range --data houses.csv       learning rates that work
  lanewise verify runs/assignment-c4c1a2e0  train again, compare the bytes
  lanewise verdict errors.csv               double descent, in the errors of any program
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
  lanewise sweep --print-config > my.yaml          a file to start from
  lanewise sweep --json | jq .aggregate            results for other programs

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
