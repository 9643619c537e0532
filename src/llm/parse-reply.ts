const THOUGHT = /^\s*<think>[\s\S]*?<\/think>\s*/;
const OPEN_THOUGHT = /^\s*<think>/;

/** Why a reply could not be read. */
export type ReplyFault = 'unfinished_thought' | 'no_json' | 'malformed_json';

/**
 * The JSON object in a model's reply: after any leading thought, between the first brace and its match.
 * Text around it and Markdown fences are passed over; a thought that never ends was cut off.
 */
export function parseReply(text: string): { value: unknown } | { fault: ReplyFault } {
  const rest = text.replace(THOUGHT, '');
  if (OPEN_THOUGHT.test(rest)) return { fault: 'unfinished_thought' };
  const start = rest.indexOf('{');
  if (start < 0) return { fault: 'no_json' };
  const end = matchingBrace(rest, start);
  if (end < 0) return { fault: 'malformed_json' };
  try {
    return { value: JSON.parse(rest.slice(start, end + 1)) };
  } catch {
    return { fault: 'malformed_json' };
  }
}

/** The index of the brace that closes the one at `start`, strings passed over; -1 if none does. */
function matchingBrace(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let i = start; i < text.length; i++) {
    const char = text[i];
    if (inString) {
      if (char === '\\') i++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return i;
  }
  return -1;
}
