import type { ESTree } from 'vite';

/** One operator of a file replaced. */
export interface Change {
  operator: string;
  start: number;
  end: number;
  to: string;
}

const SWAPS: readonly [RegExp, string, string][] = [
  [/ < /g, ' <= ', 'sql boundary'],
  [/ <= /g, ' < ', 'sql boundary'],
  [/ > /g, ' >= ', 'sql boundary'],
  [/ >= /g, ' > ', 'sql boundary'],
  [/ \+ 1\b/g, ' - 1', 'sql arithmetic'],
  [/\bor\b(?! replace)/g, 'and', 'sql logic'],
  [/\bis null\b/g, 'is not null', 'sql condition'],
  [/\bis not null\b/g, 'is null', 'sql condition'],
  [/\bnot exists\b/g, 'exists', 'sql condition'],
  [/\bis distinct from\b/g, 'is not distinct from', 'sql condition'],
  [/\basc\b/g, 'desc', 'sql order'],
  [/\bdesc\b/g, 'asc', 'sql order'],
  [/\bmin\(/g, 'max(', 'sql extreme'],
  [/\bmax\(/g, 'min(', 'sql extreme'],
  [/\bgreatest\(/g, 'least(', 'sql extreme'],
  [/\bleast\(/g, 'greatest(', 'sql extreme'],
  [/\bdistinct (?!on|from)/g, '', 'sql distinct'],
  [/\bleft join\b/g, 'join', 'sql join'],
];

/** The changes of one SQL template; what stands in its `${}` is code, or a template of its own. */
export function sqlChanges(text: string, quasi: ESTree.TemplateLiteral): Change[] {
  const parts = quasi.quasis.flatMap((part) => partChanges(text.slice(part.start, part.end), part.start));
  return [...parts, ...wholeChanges(text.slice(quasi.start, quasi.end), quasi.start)];
}

function partChanges(part: string, offset: number): Change[] {
  const swaps = SWAPS.flatMap(([pattern, to, operator]) =>
    [...part.matchAll(pattern)].map(({ 0: found, index }) => change(operator, offset + index, found, to)),
  );
  const ands = [...part.matchAll(/\band\b/g)]
    // The `and` of a range joins no conditions.
    .filter(({ index }) => !part.slice(0, index).split('\n').at(-1)?.includes('between '))
    .map(({ index }) => change('sql logic', offset + index, 'and', 'or'));
  return [...swaps, ...ands];
}

/** Changes that may span the values of a template. */
function wholeChanges(template: string, offset: number): Change[] {
  const limits = [...template.matchAll(/\blimit (?:\$\{[^{}]*\}(?:::int)?|\d+)/g)].map(
    ({ 0: found, index }) => change('sql limit dropped', offset + index, found, ''),
  );
  const coalesces = [...template.matchAll(/\bcoalesce\(/g)].flatMap(({ 0: opening, index }) => {
    const call = firstArgument(template, index + opening.length);
    if (call === null) return [];
    const found = template.slice(index, call.end);
    return [change('sql coalesce dropped', offset + index, found, `(${call.argument})`)];
  });
  return [...limits, ...coalesces];
}

/** The first argument of a call whose arguments start at `from`, and where the call ends. */
function firstArgument(text: string, from: number): { argument: string; end: number } | null {
  let depth = 0;
  let comma: number | null = null;
  for (let i = from; i < text.length; i++) {
    const char = text.charAt(i);
    if ('([{'.includes(char)) depth += 1;
    else if (char === ')' && depth === 0) {
      return comma === null ? null : { argument: text.slice(from, comma), end: i + 1 };
    } else if (')]}'.includes(char)) depth -= 1;
    else if (char === ',' && depth === 0) comma ??= i;
  }
  return null;
}

const change = (operator: string, start: number, found: string, to: string): Change => ({
  operator,
  start,
  end: start + found.length,
  to,
});
