import type { SetName } from '../../../results/measured.js';
import type { PageData } from '../data.js';

/** What a reader has chosen to see. */
export interface View {
  measure: number;
  axis: number;
  sets: readonly SetName[];
  isLog: { y: boolean; x: boolean; epochs: boolean };
  /** Single runs instead of bands. */
  bySeed: boolean;
  /** A variant by itself. */
  alone?: number | undefined;
}

export interface Store {
  view: View;
  change(part: Partial<View>): void;
  /** Called after every change. */
  onChange(listener: () => void): void;
}

export function storeOf({ sets, axes, measures, epochs }: PageData): Store {
  const listeners: (() => void)[] = [];
  const store: Store = {
    view: {
      measure: 0,
      axis: 0,
      sets,
      isLog: { y: measures[0].isLog, x: axes[0].kind === 'logarithmic', epochs: epochs.isLog },
      bySeed: false,
    },
    change(part) {
      store.view = { ...store.view, ...part };
      for (const listener of listeners) listener();
    },
    onChange: (listener) => listeners.push(listener),
  };
  return store;
}
