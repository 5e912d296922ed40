import { expect, it } from 'vitest';
import { renderFiles } from '../../src/report/index.js';
import { shortSummary } from '../../src/report/text.js';
import { LITERAL_MANIFEST, literalResults } from './literal.js';

// Small documents that a person can open and judge. Renew with `npx vitest run -u`, then look.
const FILES = renderFiles(literalResults(), LITERAL_MANIFEST);

it.each([...FILES.keys()])('%s is as it was', async (path) => {
  const file = path.replace('figures/', '');
  await expect(FILES.get(path)).toMatchFileSnapshot(`../golden/${file}`);
});

it('the text for the terminal is as it was', async () => {
  await expect(shortSummary(literalResults())).toMatchFileSnapshot('../golden/terminal.txt');
});
