/** A mark in a reply: the start or end of a thought, or the brace that may open an object. */
export type Mark =
  | { kind: 'brace'; at: number; end: number }
  | { kind: 'open' | 'close'; name: string; at: number; end: number };

/** Tags around thoughts: of Qwen, DeepSeek and Seed, and those that prompts ask for. */
const TAGS = new Set([
  'think',
  'thinking',
  'thought',
  'thoughts',
  'reason',
  'reasoning',
  'reasoning_content',
  'reflection',
  'scratchpad',
  'draft',
  'plan',
  'internal_monologue',
  'antthinking',
  'seed:think',
]);
/** Special tokens around thoughts: Magistral, Kimi, OpenThinker, Command A, and the channels of OpenAI's harmony. */
const TOKENS: Record<string, { kind: 'open' | 'close'; name: string }> = {
  '[think]': { kind: 'open', name: 'magistral' },
  '[/think]': { kind: 'close', name: 'magistral' },
  '◁think▷': { kind: 'open', name: 'kimi' },
  '◁/think▷': { kind: 'close', name: 'kimi' },
  '<|begin_of_thought|>': { kind: 'open', name: 'openthinker' },
  '<|end_of_thought|>': { kind: 'close', name: 'openthinker' },
  '<|start_thinking|>': { kind: 'open', name: 'command' },
  '<|end_thinking|>': { kind: 'close', name: 'command' },
  '<|channel|>analysis': { kind: 'open', name: 'harmony' },
  '<|channel|>': { kind: 'close', name: 'harmony' },
  '<|start|>': { kind: 'close', name: 'harmony' },
  '<|end|>': { kind: 'close', name: 'harmony' },
};

const MARKS =
  /<(\/?)([a-z_:]{4,20})(?:\s[^<>]{0,80})?>|\[\/?think\]|◁\/?think▷|<\|[a-z_]{3,20}\|>(?:analysis)?|(\{)/gi;

function readMark(found: RegExpExecArray): Mark | null {
  const [text, slash, tag, brace] = found;
  const place = { at: found.index, end: found.index + text.length };
  if (brace !== undefined) return { kind: 'brace', ...place };
  if (tag === undefined) {
    const token = TOKENS[text.toLowerCase()];
    return token === undefined ? null : { ...token, ...place };
  }
  const name = tag.toLowerCase();
  return TAGS.has(name) ? { kind: slash === '' ? 'open' : 'close', name, ...place } : null;
}

/** The first mark at or after a place; null if there is none. */
export function nextMark(text: string, from: number): Mark | null {
  MARKS.lastIndex = from;
  for (let found = MARKS.exec(text); found !== null; found = MARKS.exec(text)) {
    const mark = readMark(found);
    if (mark !== null) return mark;
  }
  return null;
}

/**
 * Where the thought that a mark opens ends: at the first end of its kind, because the end of a nested thought is often
 * missing. -1 if there is none.
 */
export function endOfThought(text: string, opening: { name: string; end: number }): number {
  for (let mark = nextMark(text, opening.end); mark !== null; mark = nextMark(text, mark.end)) {
    if (mark.kind === 'close' && mark.name === opening.name) return mark.end;
  }
  return -1;
}
