import { tickLabel } from '../../chart/tick-label.js';

/** From values to pixels. */
export interface PageScale {
  at(value: number): number;
  /** Whether it has a place for the value. */
  holds(value: number | null | undefined): value is number;
  /** Labels are SVG markup. */
  ticks: { value: number; label: string }[];
}

type Range = readonly [from: number, to: number];

/**
 * Over the values that it can hold, with a little air on both ends.
 *
 * @param floor where a logarithmic axis ends; values below have places beneath it.
 */
export function scaleOver(
  values: Iterable<number | null | undefined>,
  isLog: boolean,
  range: Range,
  labels: number,
  floor = 0,
): PageScale {
  const isHeld = (value: number | null | undefined): value is number =>
    typeof value === 'number' && Number.isFinite(value) && (!isLog || value > 0);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!isHeld(value)) continue;
    const shown = isLog ? Math.max(floor, value) : value;
    low = Math.min(low, shown);
    high = Math.max(high, shown);
  }
  if (low > high) [low, high] = isLog ? [0.1, 10] : [0, 1];
  const to = isLog ? Math.log10 : (value: number) => value;
  let [from, end] = [to(low), to(high)];
  const air = 0.04 * (end - from) || 0.5;
  [from, end] = [from - air, end + air];
  return {
    at: (value) => range[0] + ((to(value) - from) / (end - from)) * (range[1] - range[0]),
    holds: isHeld,
    ticks: isLog ? logMarks(from, end, labels) : linearMarks(from, end, labels),
  };
}

/** A place for each, in their order. */
export function scaleOfNames(names: readonly string[], range: Range): PageScale {
  const step = (range[1] - range[0]) / Math.max(1, names.length);
  return {
    at: (place) => range[0] + (place + 0.5) * step,
    holds: (value): value is number => typeof value === 'number',
    ticks: names.map((label, value) => ({ value, label })),
  };
}

/** Epochs, where 0 has a place on the logarithmic axis, too: that of 1, one to the left. */
export function scaleOfEpochs(last: number, isLog: boolean, range: Range): PageScale {
  if (!isLog) return { ...scaleOver([0, last], false, range, 8), ticks: wholeMarks(last) };
  const end = Math.log10(last + 1) || 1;
  return {
    at: (epoch) => range[0] + (Math.log10(epoch + 1) / end) * (range[1] - range[0]),
    holds: (value): value is number => typeof value === 'number',
    ticks: [
      { value: 0, label: '0' },
      ...logMarks(0, Math.log10(Math.max(2, last)), 8).filter(({ value }) => value <= last),
    ],
  };
}

/** Powers of ten; 2 and 5 times them where there are few. */
function logMarks(from: number, end: number, most: number): PageScale['ticks'] {
  const powers: number[] = [];
  for (let e = Math.ceil(from); e <= Math.floor(end + 1e-9); e++) powers.push(e);
  if (powers.length >= 3) {
    const step = Math.ceil(powers.length / most);
    return powers
      .filter((_, at) => at % step === 0)
      .map((e) => ({ value: Number(`1e${e}`), label: tickLabel(Number(`1e${e}`)) }));
  }
  const marks: PageScale['ticks'] = [];
  for (let e = Math.floor(from); e <= Math.ceil(end); e++) {
    for (const digit of [1, 2, 5]) {
      const value = Number(`${digit}e${e}`);
      const place = Math.log10(value);
      if (place >= from && place <= end) marks.push({ value, label: tickLabel(value) });
    }
  }
  return marks.length > 1 ? marks : linearMarks(10 ** from, 10 ** end, most);
}

/** Round values. */
function linearMarks(low: number, high: number, most: number): PageScale['ticks'] {
  const rough = (high - low) / most;
  const power = Math.floor(Math.log10(rough));
  const digit = [1, 2, 5, 10].find((each) => each * 10 ** power >= rough * (1 - 1e-9)) ?? 10;
  const step = Number(`${digit}e${power}`);
  const marks: PageScale['ticks'] = [];
  for (let at = Math.ceil(low / step); at * step <= high; at++) {
    const value = Number((at * step).toPrecision(12));
    marks.push({ value, label: tickLabel(value).replace('-', '−') });
  }
  return marks;
}

function wholeMarks(last: number): PageScale['ticks'] {
  return linearMarks(0, last, 8).filter(({ value }) => Number.isInteger(value));
}
