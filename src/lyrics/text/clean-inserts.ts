import type { Note } from './clean.ts';

const TICKETS = /See .{1,80}? Live ?Get tickets as low as [$€£]\d[\d.,]*/g;
// Matches it alone on a line, or joined to the text before or after it. A sentence that continues in lower case is a
// lyric.
const ALSO_LIKE =
  /(?:(?<=\S)|^)You might also like(?=\s*$|["“'‘(¿¡[\p{Lu}]|\d[\d.]*K?Embed)|(?<=\S)You might also like(?=\p{N})/gmu;
const EMBED_TAIL = /(?:Embed|EmbedShare URLCopyEmbedCopy|Share URLCopyEmbedCopy)\s*$/;

/** Replaces the page's ticket offer and its "You might also like" block in the text with a line break. */
export function dropInserts(text: string, note: Note): string {
  let result = text;
  if (result.includes('Get tickets as low as')) {
    result = result.replace(TICKETS, () => {
      note('tickets');
      return '\n';
    });
  }
  if (!result.includes('You might also like')) return result;
  return result.replace(ALSO_LIKE, () => {
    note('you_might_also_like');
    return '\n';
  });
}

/**
 * Removes "Embed" and its counter from the end. Digits directly after a letter or a punctuation mark are the counter;
 * digits after a space, an apostrophe or a sign ("back in 1995", "the '90", "$45") are lyrics and stay.
 */
export function dropTail(lines: readonly string[], note: Note): string[] {
  const kept = [...lines];
  while (kept.length > 0 && (kept.at(-1) ?? '').trim() === '') kept.pop();
  const last = (kept.at(-1) ?? '').trimEnd();
  const body = last.replace(EMBED_TAIL, '');
  if (body === last || !isEmbed(body, last)) return kept;
  note('embed');
  const before = body.slice(0, counterStart(body));
  const text = isCounter(before) ? before : body;
  kept.pop();
  if (text.trim() !== '') kept.push(text.trimEnd());
  return kept;
}

// A sung line may end with the word "embed". The page's "Embed" is alone on its line or joined to the text or counter.
function isEmbed(body: string, last: string): boolean {
  return body === '' || !/\s$/.test(body) || last.includes('URLCopy');
}

// The position at which the number at the end ("12", "3.4K") begins; the length of the text if there is none.
function counterStart(text: string): number {
  const end = text.endsWith('K') ? text.length - 1 : text.length;
  const start = digitsStart(text, end);
  if (start === end) return text.length;
  if (end - start > 1 || text[start - 1] !== '.') return start;
  const whole = digitsStart(text, start - 1);
  return whole === start - 1 ? start : whole;
}

function digitsStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && text.charAt(start - 1) >= '0' && text.charAt(start - 1) <= '9') start -= 1;
  return start;
}

function isCounter(before: string): boolean {
  return before === '' || !/[\s'’$€£#.,:-]$/.test(before);
}
