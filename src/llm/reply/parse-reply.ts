import { findObjects, type JsonObject } from './find-objects.ts';
import { withInnerObjects, withoutWrapper } from './unwrap.ts';

/** Why a reply could not be read. */
export type ReplyFault = 'empty' | 'too_long' | 'unfinished_thought' | 'no_json' | 'malformed_json';

/** Far more than the longest expected answer, including a thought before it. */
const MAX_CHARACTERS = 100_000;

/**
 * Finds the answer in a model's reply: the last JSON object that `fits`, outside thoughts, or inside a wrapper (a tool
 * call, an envelope). Prose and Markdown around it do not matter, and almost-JSON is mended. If none fits, or without
 * `fits`, the last object that is not empty, so that the caller can say what is wrong with it.
 */
export function parseReply(
  text: string,
  fits: (value: JsonObject) => boolean = () => false,
): { value: JsonObject } | { fault: ReplyFault } {
  if (text.trim() === '') return { fault: 'empty' };
  if (text.length > MAX_CHARACTERS) return { fault: 'too_long' };
  const { objects, unfinished, malformed } = findObjects(unquoted(text));
  const latest = objects.toReversed();
  for (const object of latest) {
    const fitting = withInnerObjects(object).find(fits);
    if (fitting !== undefined) return { value: fitting };
  }
  const last = latest.find((object) => Object.keys(object).length > 0) ?? latest[0];
  if (last !== undefined) return { value: withoutWrapper(last) };
  return { fault: unfinished ? 'unfinished_thought' : malformed ? 'malformed_json' : 'no_json' };
}

/** The text of a reply that is one JSON string; any other reply as it is. */
function unquoted(text: string): string {
  if (!text.trimStart().startsWith('"')) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}
