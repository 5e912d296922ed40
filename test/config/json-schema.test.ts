import { expect, test } from 'vitest';
import { configJsonSchema } from '../../schema/generate.js';

test('the published schema is the one of the validator (update with vitest -u)', async () => {
  const text = `${JSON.stringify(configJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../schema/config.schema.json');
});
