/** A number, a word, a flag, or what a section of the config may hold. */
export type AxisValue = number | string | boolean | { [key: string]: unknown };

/** Numbers from `from` to `to`, both included; whole where the hyper-parameter is. */
export interface RangeConfig {
  from: number;
  to: number;
  /** `log`: at equal ratios, or drawn so; `linear`: at equal distances. */
  scale: 'log' | 'linear';
}

/** Values to take one after the other, or a range of so many points. */
export type GridAxis = readonly AxisValue[] | (RangeConfig & { points: number });

/** Values to choose from, or a range to draw from. */
export type RandomAxis = readonly AxisValue[] | RangeConfig;

/** Settings that go together, by path: `{ 'training.penalty.l1': 0.001 }`. */
export interface ListEntry {
  /** How figures and tables call it. */
  label: string;
  [path: string]: AxisValue;
}

/**
 * What varies beside the networks. Axes go by the path of a key of the config; `networks.width`
 * (units of every hidden layer), `networks.depth` (hidden layers, the last one repeated) and
 * `networks.params` (widths scaled until the network has about so many parameters) reshape the
 * networks. Every entry of the list, every combination of the grid and every random sample are
 * combined with one another.
 */
export interface VariantsConfig {
  list?: readonly ListEntry[];
  grid?: Readonly<Record<string, GridAxis>>;
  random?: {
    /** So many draws of all axes together. */
    samples: number;
    seed: number;
    over: Readonly<Record<string, RandomAxis>>;
  };
}

/** Variants with anything left out that has a default; axes by path or by the last part of it. */
export interface VariantsSettings {
  list?: readonly ({ label?: string } & Record<string, AxisValue | undefined>)[];
  grid?: Readonly<
    Record<
      string,
      | readonly AxisValue[]
      | (Omit<RangeConfig, 'scale'> & Partial<RangeConfig> & { points?: number })
    >
  >;
  random?: {
    samples?: number;
    seed?: number;
    over: Readonly<
      Record<string, readonly AxisValue[] | (Omit<RangeConfig, 'scale'> & Partial<RangeConfig>)>
    >;
  };
}
