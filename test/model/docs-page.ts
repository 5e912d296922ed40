import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../../docs/models.md', import.meta.url), 'utf8');

/** The block of docs/models.md in this language that contains these words. */
export function blockOf(language: string, words: string): string {
  const blocks = [...text.matchAll(/```(\w+)\n(.*?)```/gs)];
  const found = blocks.filter(([, name, block]) => name === language && block.includes(words));
  if (found.length !== 1) throw new Error(`found ${found.length} blocks with ${words}`);
  return found[0][2];
}

/** As docs/models.md computes a model that was exported as JSON. */
export async function programOfPage(): Promise<(model: unknown, row: number[]) => number[]> {
  const code = blockOf('js', 'export function predict');
  const { predict } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return predict;
}
