/** Deeper than any record, and shallow enough to walk by recursion. */
const MAX_DEPTH = 100;

/**
 * JSON of unknown origin: as JSON.parse, but refuses deep nesting and keys that occur twice.
 *
 * @throws {SyntaxError} with one line that says why.
 */
export function parseStrict(text: string): unknown {
  const { depth, members } = outline(text);
  if (depth > MAX_DEPTH) throw new SyntaxError(`more than ${MAX_DEPTH} levels of nesting`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SyntaxError('text that is no JSON');
  }
  if (countKeys(value) !== members) throw new SyntaxError('a key that occurs twice in a map');
  return value;
}

/** How deep a text nests, and its members: colons outside of strings. */
function outline(text: string): { depth: number; members: number } {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === ':') members++;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth--;
  }
  return { depth: deepest, members };
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const member of Object.values(value)) count += countKeys(member);
  return count;
}
