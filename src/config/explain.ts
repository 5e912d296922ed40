import type { BaseIssue } from 'valibot';
import type { Finding } from './finding.js';
import { isPlainMap } from './plain-map.js';
import { didYouMean } from './suggest.js';
import { alternatives, describeValue } from './text.js';

type Issue = BaseIssue<unknown>;

/** What the schema says, in our words; one finding per path. Unknown keys are shape.ts's. */
export function explainIssues(issues: readonly Issue[]): Finding[] {
  const seen = new Set<string>();
  return issues.flatMap(withinMaps).flatMap((issue): Finding[] => {
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    const isUnknownKey = issue.type === 'strict_object' && issue.expected === 'never';
    if (isUnknownKey || seen.has(JSON.stringify(path))) return [];
    seen.add(JSON.stringify(path));
    if (issue.type === 'strict_object' && issue.expected?.startsWith('"')) {
      const message = `found no ${path[path.length - 1]}, expected one`;
      return [{ path, part: 'value', message, depends: true }];
    }
    return [{ path, part: 'value', message: explain(issue) }];
  });
}

/** Where a word or a map was expected and there is a map: what is wrong in it. */
function withinMaps(issue: Issue): Issue[] {
  if (issue.type !== 'union' || !isPlainMap(issue.input)) return [issue];
  const inner = (issue.issues ?? []).filter(({ path }) => path !== undefined);
  const { path: outer = [] } = issue;
  const placed = inner.map(
    ({ path = [], ...rest }): Issue => ({ ...rest, path: [...outer, ...path] as Issue['path'] }),
  );
  return placed.length > 0 ? placed : [issue];
}

function explain(issue: Issue): string {
  const choices = [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1]);
  const expected = issue.type === 'variant' ? alternatives(choices) : issue.message;
  const hint = didYouMean(issue.input, choices);
  return `found ${describeValue(issue.input)}, expected ${expected}${hint}`;
}
