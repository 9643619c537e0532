import { type Header, parseHeader } from './header-grammar.ts';
import { CLOSERS, INSTRUMENTAL, OPENERS, UNRELEASED, UNTRANSCRIBED } from './placeholder-phrases.ts';
import { stretchesOf } from './voices.ts';

export type TextOutcome = 'instrumental' | 'ok' | 'unreleased' | 'untranscribed';
type Missing = Exclude<TextOutcome, 'ok'>;

const MESSAGES: readonly { start: string; outcome: Missing }[] = [
  { start: 'this song is an instrumental', outcome: 'instrumental' },
  { start: 'lyrics for this song have yet to be released', outcome: 'unreleased' },
  { start: 'lyrics for this song have yet to be transcribed', outcome: 'untranscribed' },
];
const MAX_MESSAGE_CHARS = 300;
/** A page of nothing but headers is short; a song is not read line by line for this. */
const MAX_HEADINGS_CHARS = 5000;
const LETTER = /\p{L}/u;
const STAMP = /^\[\d{1,3}:\d{2}[\d.:]{0,8}\]/gm;

/** The state described by a message that replaces the lyrics, or null for any other text. */
export function readPlaceholder(text: string): Missing | null {
  const message = plainMessage(text);
  if (message === '' || text.length > MAX_MESSAGE_CHARS) return null;
  return MESSAGES.find(({ start }) => message === start || message.startsWith(`${start} `))?.outcome ?? null;
}

const PHRASES: readonly { phrases: readonly string[]; outcome: Missing }[] = [
  { phrases: INSTRUMENTAL, outcome: 'instrumental' },
  { phrases: UNRELEASED, outcome: 'unreleased' },
  { phrases: UNTRANSCRIBED, outcome: 'untranscribed' },
];
const WHOLE: ReadonlyMap<string, Missing> = new Map(
  PHRASES.flatMap(({ phrases, outcome }) => phrases.map((phrase) => [phrase, outcome] as const)),
);
const NAMING = PHRASES.flatMap(({ phrases, outcome }) =>
  phrases.flatMap((phrase) => {
    const [start = '', end] = phrase.split('…');
    return end === undefined ? [] : [{ start, end, outcome }];
  }),
);
const MAX_NAME_CHARS = 120;

/** Distinguishes real lyrics from what people write in place of them; an empty text is untranscribed. */
export function classifyText(given: string): { outcome: TextOutcome; evidence: string } {
  const text = given.replace(STAMP, '');
  const joined = text.replace(/\s+/g, ' ').trim();
  if (joined === '') return { outcome: 'untranscribed', evidence: 'the text is empty' };
  if (joined.length <= MAX_MESSAGE_CHARS) {
    const missing = readPlaceholder(joined) ?? readMessage(joined);
    if (missing) return { outcome: missing, evidence: `the whole text is "${joined}"` };
  }
  if (!LETTER.test(joined)) return { outcome: 'untranscribed', evidence: 'the text has no letter' };
  const headings = joined.length <= MAX_HEADINGS_CHARS ? readHeadings(text) : null;
  if (headings !== null) return headings;
  return { outcome: 'ok', evidence: 'the text has words' };
}

/** Whether a text consists of section headers and marks, with no line to sing and no message. */
export const isOnlyHeadings = (text: string): boolean => classifyText(text).evidence === ONLY_HEADINGS;

const SUNG_KINDS: ReadonlySet<string> = new Set([
  'verse',
  'pre_chorus',
  'chorus',
  'post_chorus',
  'hook',
  'refrain',
]);
const ONLY_HEADINGS = 'the text has headers only';

// Headers, marks for the reader and messages, and nothing to sing: the messages tell what is missing.
function readHeadings(text: string): { outcome: Missing; evidence: string } | null {
  let message = '';
  let isInstrumental = false;
  let isPlayed = false;
  let isSong = false;
  for (const line of text.split('\n')) {
    const row = line.trim();
    if (row === '') continue;
    const outcome = readMessage(row);
    const header = parseHeader(row);
    isSong ||= header !== null && SUNG_KINDS.has(header.kind);
    isPlayed ||= header?.kind === 'instrumental' || header?.kind === 'solo' || isPlayedPart(header);
    if (header !== null) continue;
    if (outcome === 'instrumental') isInstrumental = true;
    else if (LETTER.test(row) && (outcome !== null || !isForReader(row)))
      message = message === '' ? row : `${message} ${row}`;
    if (message.length > MAX_MESSAGE_CHARS) return null;
  }
  if (message !== '') {
    const missing = readPlaceholder(message) ?? readMessage(message);
    return missing && { outcome: missing, evidence: `all but its headers is "${message}"` };
  }
  // Among verses and choruses, an instrumental part is one of a song that nobody has written down.
  if (isInstrumental || (isPlayed && !isSong))
    return { outcome: 'instrumental', evidence: 'the text has marks of an instrumental only' };
  return { outcome: 'untranscribed', evidence: ONLY_HEADINGS };
}

// "[Instrumental Intro]": an intro in which nobody sings.
const isPlayedPart = (header: Header | null): boolean => /^instrumental\b/i.test(header?.label ?? '');

function isForReader(row: string): boolean {
  const [stretch] = stretchesOf(row);
  return stretch !== undefined && !stretch.isSung && stretch.start === 0 && stretch.end === row.length;
}

function readMessage(text: string): Missing | null {
  if (/^\?+$|^[.…]+$/.test(text)) return 'untranscribed';
  if (/^[♪♫🎵🎶\s]+$/u.test(text)) return 'instrumental';
  const named = /^[[(]?\s*(?:instrumental|instrumentale|strumentale)\s*[:–-]\s*[^\n\]]{1,80}$/i;
  if (text.length <= MAX_NAME_CHARS && named.test(text)) return 'instrumental';
  for (const message of formsOf(plainMessage(text))) {
    const whole = WHOLE.get(message);
    if (whole) return whole;
    const naming = NAMING.find(({ start, end }) => holdsName(message, start, end));
    if (naming) return naming.outcome;
  }
  return null;
}

function holdsName(message: string, start: string, end: string): boolean {
  const length = message.length - start.length - end.length;
  return length > 0 && length <= MAX_NAME_CHARS && message.startsWith(start) && message.endsWith(end);
}

// The message with and without what people put around it ("Sorry, ... yet").
function formsOf(message: string): string[] {
  const forms = [message];
  let rest = message;
  const opener = OPENERS.find((one) => rest.startsWith(`${one} `));
  if (opener) {
    rest = rest.slice(opener.length + 1);
    forms.push(rest);
  }
  for (let closer = closerOf(rest); closer; closer = closerOf(rest)) {
    rest = rest.slice(0, -closer.length - 1);
    forms.push(rest);
  }
  return forms;
}

const closerOf = (message: string): string | undefined => CLOSERS.find((one) => message.endsWith(` ${one}`));

/** Lower case, without apostrophes, every other mark a space. */
function plainMessage(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('\u0307', '')
    .replace(/['’‘ʼ`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** True for lyrics written down from a preview: real, but not the whole song. */
export function isSnippet(text: string): boolean {
  return /^[[(]?\s*lyrics from (?:the )?snippet/i.test(text);
}
