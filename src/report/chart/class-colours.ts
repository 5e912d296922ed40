/** A colour for each class in turn, on light and on dark ground. Classes differ by the shape of their
 * markers, too: nothing is told by colour alone. */
const CLASSES: readonly (readonly [light: string, dark: string])[] = [
  ['#2f5fc4', '#8fb0ff'],
  ['#d06a00', '#ffb35c'],
  ['#0b857a', '#5cd9c9'],
  ['#b8336f', '#ff93bd'],
  ['#7a45c0', '#c4a5ff'],
  ['#7c7a0c', '#d5d35c'],
  ['#1f8fc0', '#7fd3f7'],
  ['#8a5738', '#dcab8c'],
  ['#3c8a36', '#8fdc88'],
  ['#636a72', '#b6bcc3'],
];

/** Attributes of a group whose lines and shapes belong to class k. */
export function classColour(k: number): Record<string, string> {
  const [light] = CLASSES[k % CLASSES.length];
  return { class: nameOf(k), stroke: light, fill: light };
}

/** Dark counterparts of so many classes. */
export function classRules(count: number): [name: string, property: string, dark: string][] {
  return CLASSES.slice(0, count).flatMap(([, dark], k) => [
    [nameOf(k), 'fill', dark],
    [nameOf(k), 'stroke', dark],
  ]);
}

function nameOf(k: number): string {
  return `c${k % CLASSES.length}`;
}
