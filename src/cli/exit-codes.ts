/** What the process says to its caller. Listed in the help. */
export const EXIT = {
  /** A network that diverged is a result, too. */
  done: 0,
  internal: 1,
  /** `verify`: the bytes differ. */
  different: 1,
  /** Flags, environment or config. */
  input: 2,
  /** A data file. */
  data: 3,
  /** Some trials failed; the others are written. */
  failed: 4,
  timeLimit: 5,
  /** 128 + the number of the signal, as shells have it. */
  SIGINT: 130,
  SIGTERM: 143,
} as const;
