import { expect, it } from 'vitest';
import { renderFiles } from '../../src/report/index.js';
import { inspectionFiles } from '../../src/report/inspection-files.js';
import { shortSummary } from '../../src/report/text.js';
import { INSPECTIONS } from './inspections.js';
import { LITERAL_MANIFEST, literalResults } from './literal.js';

// Small documents that a person can open and judge. Renew with `npx vitest run -u`, then look.
const FILES = renderFiles(literalResults(), LITERAL_MANIFEST);

it.each([...FILES.keys()])('%s is as it was', async (path) => {
  const file = path.replace('figures/', '');
  await expect(FILES.get(path)).toMatchFileSnapshot(`../golden/${file}`);
});

const LOOKS = {
  classes: 'three classes',
  quantities: 'quantities of two inputs',
  images: 'images of writing',
};
const INSPECTED = Object.entries(LOOKS).flatMap(([folder, key]) =>
  inspectionFiles({ name: 'golden' }, INSPECTIONS[key]()).map(
    ([path, text]) => [`${folder}/${path.replace('figures/', '')}`, text] as const,
  ),
);

it.each(INSPECTED)('inspection of %s is as it was', async (path, text) => {
  await expect(text).toMatchFileSnapshot(`../golden/inspection/${path}`);
});

it('the text for the terminal is as it was', async () => {
  await expect(shortSummary(literalResults())).toMatchFileSnapshot('../golden/terminal.txt');
});
