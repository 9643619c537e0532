export type TextOutcome = 'instrumental' | 'ok' | 'unreleased' | 'untranscribed';

const MESSAGES: readonly { start: RegExp; outcome: Exclude<TextOutcome, 'ok'> }[] = [
  { start: /^this song is an instrumental\b/i, outcome: 'instrumental' },
  { start: /^lyrics for this song have yet to be released\b/i, outcome: 'unreleased' },
  { start: /^lyrics for this song have yet to be transcribed\b/i, outcome: 'untranscribed' },
];
const MAX_MESSAGE_CHARS = 300;

/** The state described by a message that replaces the lyrics, or null for any other text. */
export function readPlaceholder(text: string): Exclude<TextOutcome, 'ok'> | null {
  const message = text.replace(/\s+/g, ' ').trim();
  if (message === '' || message.length > MAX_MESSAGE_CHARS) return null;
  return MESSAGES.find(({ start }) => start.test(message))?.outcome ?? null;
}

const MARK_OPEN = '[\\[({*"“”\\s]*';
const MARK_CLOSE = '[\\])}*"“”.!\\s]*';
const whole = (words: string): RegExp => new RegExp(`^${MARK_OPEN}(?:${words})${MARK_CLOSE}$`, 'iu');

/** Whole texts that contributors write for a song without words, also in other languages: `[Instrumentale : Name]`. */
const INSTRUMENTAL = whole(
  'instrumental(?:e|es|s)?(?: (?:track|song|interlude|intro|outro|skit|break))?(?:\\s*[:\\-–]\\s*[^\\n\\]]{1,80})?|(?:morceau|titre|chanson|brano|strumentale|tema|canción|música) instrumental(?:e)?|strumentale|инструментал|no (?:lyrics|vocals|words)',
);
const UNRELEASED = whole(
  'unreleased|not (?:yet )?released|yet to be released|lyrics (?:will be|to be) (?:added|available) (?:up)?on release',
);
const UNTRANSCRIBED = whole(
  '\\?+|tb[acd]|n/?a|\\.{2,}|…|coming soon|lyrics (?:from|for) (?:the )?snippet|lyrics coming soon|lyrics (?:tba|unavailable|not available)|to be (?:announced|added|transcribed)|snippet|untranscribed|unknown',
);

/** Distinguishes real lyrics from placeholders typed by contributors; an empty text is untranscribed. */
export function classifyText(text: string): { outcome: TextOutcome; evidence: string } {
  const joined = text.replace(/\s+/g, ' ').trim();
  if (joined === '') return { outcome: 'untranscribed', evidence: 'the text is empty' };
  const placeholder = readPlaceholder(joined);
  if (placeholder) return { outcome: placeholder, evidence: `the whole text is "${joined}"` };
  if (joined.length <= 120) {
    if (INSTRUMENTAL.test(joined))
      return { outcome: 'instrumental', evidence: `the whole text is "${joined}"` };
    if (UNRELEASED.test(joined)) return { outcome: 'unreleased', evidence: `the whole text is "${joined}"` };
    if (UNTRANSCRIBED.test(joined))
      return { outcome: 'untranscribed', evidence: `the whole text is "${joined}"` };
  }
  if (!/\p{L}/u.test(joined)) return { outcome: 'untranscribed', evidence: 'the text has no letter' };
  return { outcome: 'ok', evidence: 'the text has words' };
}

/** True for lyrics written down from a preview: real, but not the whole song. */
export function isSnippet(text: string): boolean {
  return /^[[(]?\s*lyrics from (?:the )?snippet/i.test(text);
}
