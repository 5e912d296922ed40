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
  lanewise sweep --data houses.csv --target price --test-fraction 0.25
  lanewise sweep mnist.yaml --data ~/mnist         a file, and where its data is
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

export const PREDICT_NOTES = `
Answers go to stdout as CSV; how right they are, where the rows have targets, to stderr.

Examples:
  lanewise predict model.safetensors flowers.csv > answers.csv
  lanewise predict model.safetensors t10k-images-idx3-ubyte.gz --labels t10k-labels-idx1-ubyte.gz

Exit codes: 0 done, 2 flags, 3 a model or data file.`;

export const EXPORT_NOTES = `
Examples:
  lanewise export model.safetensors --out model.onnx
  lanewise export runs/circles-2d3a3733/models/2-10-2-seed42.safetensors --out circles.json

Exit codes: 0 done, 2 flags, 3 a model file.`;

export const VERIFY_NOTES = `
Examples:
  lanewise verify runs/assignment-c4c1a2e0
  lanewise verify runs/mnist-1be14bf3 --data ~/mnist   the folder of its files

Exit codes: 0 identical, 1 different, 2 flags or a file that is no run, 3 data,
4 what is finished is identical but runs were interrupted or failed.`;

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
