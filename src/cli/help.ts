export const COMMAND_NOTES = `
Examples:
  lanewise sweep                            ten networks, ten seeds, all cores
  lanewise sweep --widths 2,8,32 --seeds 3  other networks
  lanewise sweep --data houses.csv          your own numbers
  lanewise verify runs/assignment-c4c1a2e0  train again, compare the bytes
  lanewise verdict errors.csv               double descent, in the errors of any program

lanewise sweep --help lists all settings.`;

export const SWEEP_NOTES = `
Flags go over LANEWISE_NUM_THREADS, over the config file, over the defaults.

Examples:
  lanewise sweep                                   the default sweep, into runs/
  lanewise sweep my.yaml --epochs 100              a file, and one thing otherwise
  lanewise sweep --networks 2,16-16,2000 --seeds 3
  lanewise sweep --optimizer sgd --learning-rate 0.1
  lanewise sweep --data houses.csv --target price --test-fraction 0.25
  lanewise sweep --print-config > my.yaml          a file to start from
  lanewise sweep --json | jq .aggregate            results for other programs

Exit codes: 0 done, 1 internal error, 2 flags or config, 3 data, 4 some trials failed,
5 time limit, 130 and 143 interrupted. A network that diverged is a result.`;

export const VERIFY_NOTES = `
Example:
  lanewise verify runs/assignment-c4c1a2e0

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
