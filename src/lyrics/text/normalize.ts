import { replaceLookAlikes } from './look-alikes.ts';
import { OTHER_LINE_ENDS } from './rows.ts';

/** What a cleaning step did to a text; `count` is the number of positions it changed. */
export interface Change {
  kind: ChangeKind;
  count: number;
}

export type ChangeKind =
  /** UTF-8 that had been read as Windows-1252; `mojibake_left`: signs of it that cannot be undone. */
  | 'mojibake'
  | 'mojibake_left'
  | 'line_breaks'
  | 'control_characters'
  | 'lone_surrogates'
  | 'exotic_spaces'
  | 'zero_width'
  | 'look_alikes'
  | 'composed'
  | 'whitespace'
  | 'markup'
  | 'entities'
  | 'escapes'
  | 'time_stamps'
  | 'chords'
  | 'contributors'
  | 'title_line'
  | 'blurb'
  | 'you_might_also_like'
  | 'tickets'
  | 'site_text'
  | 'embed';

const PLAIN = /^[\n\x20-\x7e]*$/;
const CONTROL = /(?![\n\t])\p{Cc}/gu;
const EXOTIC_SPACE = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const ZERO_WIDTH = /[\u00AD\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
// Joiners have a meaning between emoji, Arabic and Indic letters; elsewhere they are removed.
const JOINED =
  '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Malayalam}\\p{Script=Kannada}\\p{Script=Sinhala}';
const STRAY_JOINER = new RegExp(`(?<![${JOINED}])[\\u200C\\u200D]+|[\\u200C\\u200D]+(?![${JOINED}])`, 'gu');
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** NFC text with LF line breaks and plain spaces; idempotent. See {@link normalizeReported} for what it does. */
export function normalizeText(text: string): string {
  return normalizeReported(text).text;
}

/**
 * Normalises without losing a letter: line breaks become LF, spaces of any width U+0020, zero-width and control
 * characters and lone surrogates are removed, Cyrillic and Greek look-alikes inside Latin words become Latin, and the
 * text NFC. Typographic quotes stay (see `foldWord` for matching). Reports the changes.
 */
export function normalizeReported(text: string): { text: string; changes: Change[] } {
  if (PLAIN.test(text)) return { text, changes: [] };
  const changes: Change[] = [];
  let result = text;
  const replace = (kind: ChangeKind, pattern: RegExp, by: string): void => {
    let count = 0;
    result = result.replace(pattern, () => {
      count += 1;
      return by;
    });
    if (count > 0) changes.push({ kind, count });
  };
  replace('line_breaks', OTHER_LINE_ENDS, '\n');
  replace('control_characters', CONTROL, '');
  replace('lone_surrogates', LONE_SURROGATE, '');
  replace('zero_width', ZERO_WIDTH, '');
  replace('zero_width', STRAY_JOINER, '');
  replace('exotic_spaces', EXOTIC_SPACE, ' ');
  const latin = replaceLookAlikes(result);
  if (latin.count > 0) changes.push({ kind: 'look_alikes', count: latin.count });
  const composed = latin.text.normalize('NFC');
  if (composed !== latin.text) changes.push({ kind: 'composed', count: 1 });
  return { text: composed, changes };
}
