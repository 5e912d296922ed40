import { make } from '../../report/page/client/dom.js';

/** The button that ends the sweep as Ctrl-C does; it asks once. */
export function offerStop(place: HTMLElement, tell: (words: string) => void): void {
  const button = (words: string, name: string, onClick: () => void) => {
    const made = make('button', { type: 'button', class: name }, [words]);
    made.addEventListener('click', onClick);
    return made;
  };
  const stop = button('Stop', 'stop', () => {
    place.replaceChildren(question, firm, back);
    back.focus();
  });
  const question = make('span', {}, ['Finished runs are kept, the others end now.']);
  const firm = button('Stop training', 'firm', () => {
    place.replaceChildren();
    void ask(tell);
  });
  const back = button('Go on', 'back', () => {
    place.replaceChildren(stop);
    stop.focus();
  });
  place.replaceChildren(stop);
}

async function ask(tell: (words: string) => void): Promise<void> {
  try {
    const answer = await fetch('stop', { method: 'POST', headers: { 'x-lanewise': 'stop' } });
    if (!answer.ok) tell(`The sweep refused to stop (${answer.status}).`);
  } catch {
    tell('The sweep cannot be reached: it has ended, or was ended.');
  }
}
