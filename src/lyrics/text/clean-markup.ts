import { decodeEntities } from '../../lib/html-entities.ts';
import type { Note } from './clean.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const BLOCKS = set(
  'div li ul ol dl dt dd blockquote h1 h2 h3 h4 h5 h6 hr tr td th table tbody thead section article aside details summary header footer ' +
    'pre main nav figure figcaption center form fieldset address body html head title',
);
const PARAGRAPHS = set('p');
const INLINE = set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt ' +
    'u var wbr nobr img input button svg path iframe meta link base video audio source object embed noscript template o:p',
);
/** Their content is no text. */
const SPANS = [
  ['<!--', '-->'],
  ['<!doctype', '>'],
  ['<script', '</script>'],
  ['<style', '</style>'],
] as const;
// A tag's attributes are names and values; "<3 you" and "<i love you>" are none.
const TAG =
  /<(\/?)([a-z][a-z0-9]{0,10}(?:-[a-z0-9-]{1,30}|:p)?)((?:\s{1,9}[a-z_:@][\w:.@-]{0,50}\s{0,3}=\s{0,3}(?:"[^"<>]{0,2000}"|'[^'<>]{0,2000}'|[^\s"'<>=]{1,500})){0,20})\s{0,9}\/?>/gi;
const BREAK = '\uE010';
const PARAGRAPH = '\uE011';
const GAP = /[ \n\uE010\uE011]+/g;
const LINE_BREAK = /<br\b[^<>]{0,200}>[ \t]{0,9}(?:\r\n|\n|\r)?/gi;

/**
 * The text of HTML: entities decoded, `<br>` and the ends of blocks as line breaks, other tags removed. What only looks
 * like a tag ("<3", "<00:12.30>", "<Chorus>") stays.
 */
export function dropMarkup(text: string, note: Note): string {
  const decoded = decodeEntities(text);
  if (decoded.count > 0) note('entities', decoded.count);
  if (!decoded.text.includes('<')) return decoded.text;
  let count = 0;
  const counted =
    (by: string): (() => string) =>
    () => {
      count += 1;
      return by;
    };
  const bare = decoded.text.replace(/<!\[CDATA\[|\]\]>/g, counted(''));
  const broken = SPANS.reduce((whole, span) => dropSpans(whole, span, counted('')), bare)
    .replace(LINE_BREAK, counted('\n'))
    .replace(TAG, (tag, _close: string, name: string, attributes: string) => {
      const by = replacementOf(name.toLowerCase(), attributes);
      if (by === null) return tag;
      count += 1;
      return by;
    });
  if (count === 0) return decoded.text;
  note('markup', count);
  return broken.replace(GAP, (gap) => {
    if (!gap.includes(BREAK) && !gap.includes(PARAGRAPH)) return gap;
    return gap.includes(PARAGRAPH) || /\n *\n/.test(gap) ? '\n\n' : '\n';
  });
}

// What lies between two marks, however long; an unended one is left.
function dropSpans(text: string, [open, close]: readonly [string, string], note: () => string): string {
  const lower = text.toLowerCase();
  if (!lower.includes(open) || lower.length !== text.length) return text;
  let kept = '';
  let done = 0;
  for (let at = lower.indexOf(open); at >= 0; at = lower.indexOf(open, done)) {
    const end = lower.indexOf(close, at + open.length);
    if (end < 0) break;
    kept += text.slice(done, at) + note();
    done = end + close.length;
  }
  return kept + text.slice(done);
}

function replacementOf(name: string, attributes: string): string | null {
  if (PARAGRAPHS.has(name)) return PARAGRAPH;
  if (BLOCKS.has(name)) return BREAK;
  // An unknown element of a page ("<inread-ad>") has a hyphen in its name, or attributes with values.
  if (name.includes('-')) return BREAK;
  return INLINE.has(name) || attributes.includes('=') ? '' : null;
}

const BACKSLASH_BREAK = /\\{1,2}r\\{1,2}n|\\{1,2}[nr]/g;
const UNICODE_ESCAPE = /\\u([0-9a-fA-F]{4})/g;

/**
 * The text with line breaks in place of `\n` written as two characters, and the quotes and letters that were escaped with
 * it. A single `\n` in a text with real line breaks is left.
 */
export function dropEscapes(text: string, note: Note): string {
  if (!text.includes('\\')) return text;
  let count = 0;
  let result = text.replace(UNICODE_ESCAPE, (_, code: string) => {
    count += 1;
    return String.fromCharCode(Number.parseInt(code, 16));
  });
  const breaks = result.match(BACKSLASH_BREAK)?.length ?? 0;
  if (breaks >= 2 || (breaks === 1 && !result.includes('\n'))) {
    count += breaks;
    result = result.replace(BACKSLASH_BREAK, '\n').replace(/\\t/g, ' ');
  }
  result = result.replace(/\\(["'’/])/g, (_, char: string) => {
    count += 1;
    return char;
  });
  if (count > 0) note('escapes', count);
  return result;
}
