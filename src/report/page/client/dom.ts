type Attributes = Record<string, string | number | boolean>;

/** An element with its attributes and children; text stays text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (value !== false) made.setAttribute(key, String(value));
  }
  made.append(...children);
  return made;
}

let made = 0;

/** A label with a control that has one of several values. */
export function choice(
  words: string,
  options: readonly string[],
  chosen: number,
  onChange: (at: number) => void,
): HTMLElement {
  const name = `choice-${made++}`;
  const inputs = options.map((option, at) => {
    const input = make('input', { type: 'radio', name, checked: at === chosen });
    input.addEventListener('change', () => onChange(at));
    return make('label', {}, [input, make('span', {}, [option])]);
  });
  return make('fieldset', { class: 'choice' }, [make('legend', {}, [words]), ...inputs]);
}

/** A label with a switch. */
export function check(
  words: string,
  isOn: boolean,
  attributes: Attributes,
  onChange: (isOn: boolean) => void,
): HTMLElement {
  const input = make('input', { type: 'checkbox', checked: isOn });
  input.addEventListener('change', () => onChange(input.checked));
  return make('label', attributes, [input, make('span', {}, [words])]);
}
