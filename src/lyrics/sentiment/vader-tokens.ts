import { trimOf } from '../../lib/trim-text.ts';
import { memoizeByWord } from '../text/word-memo.ts';
import { EMOJI_NAMES } from './emoji-names.ts';
import { VADER_LEXICON } from './vader-lexicon.ts';
import { BOOSTERS, CUES, NEGATIONS } from './vader-rules.ts';

/** A word as VADER sees it; the same for every use of the same spelling. */
export interface Token {
  lower: string;
  valence: number | undefined;
  capitals: boolean;
  boost: number | undefined;
  negates: boolean;
  /** The word is part of some idiom or two-word softener. */
  cue: boolean;
}

const WHITE_SPACE = /\s+/;
const PLAIN_SPACES = /^[!-~]+(?: [!-~]+)*$/;
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const BEYOND_LETTERS = /[\u2000-\uffff]/;
let lexicon: ReadonlyMap<string, number> | undefined;

/** Valence of a lower-case token, -4 to 4; undefined when VADER does not know it. The table is built on first use. */
export function valenceOf(token: string): number | undefined {
  lexicon ??= readLexicon();
  return lexicon.get(token);
}

/**
 * The releases of VADER differ in one rule and a word. `published`: one-character tokens ("a", "I", "&") are dropped, as
 * when the authors published their outputs. `current`: they are kept, and "heart" has a valence, as in the authors' code
 * since.
 */
export type VaderRelease = 'published' | 'current';

const LATER_VALENCES: ReadonlyMap<string, number> = new Map([['heart', 3.2]]);

/** Words and emoticons of a text, marks stripped off words of three letters or more. */
export function toTokens(text: string, release: VaderRelease = 'published'): Token[] {
  const tokens: Token[] = [];
  for (const part of text.split(PLAIN_SPACES.test(text) ? ' ' : WHITE_SPACE)) {
    if (part === '' || (release === 'published' && isOneCharacter(part))) continue;
    const token = readToken(part);
    const later = release === 'current' ? LATER_VALENCES.get(token.lower) : undefined;
    tokens.push(later === undefined ? token : { ...token, valence: later });
  }
  return tokens;
}

const readToken = memoizeByWord((part: string): Token => {
  const stripped = trimOf(part, PUNCTUATION);
  // Two characters or fewer left: an emoticon or an initial, kept with its marks.
  const word = stripped.length <= 2 ? part : stripped;
  const lower = word.toLowerCase();
  const capitals = word !== lower && word === word.toUpperCase();
  const boost = BOOSTERS.get(lower);
  return {
    lower,
    valence: valenceOf(lower),
    capitals,
    boost,
    negates: NEGATIONS.has(lower) || lower.includes("n't"),
    cue: CUES.has(lower),
  };
});

function isOneCharacter(part: string): boolean {
  const code = part.charCodeAt(0);
  return part.length < 2 || (part.length === 2 && code >= 0xd800 && code <= 0xdbff);
}

/** The text with known emoji spelled out by their names, trimmed. */
export function nameEmoji(text: string): string {
  if (!BEYOND_LETTERS.test(text)) return text.trim();
  let named = '';
  let afterSpace = true;
  for (const char of text) {
    const name = EMOJI_NAMES.get(char);
    if (name === undefined) {
      named += char;
      afterSpace = char === ' ';
      continue;
    }
    named += afterSpace ? name : ` ${name}`;
    afterSpace = false;
  }
  return named.trim();
}

function readLexicon(): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const row of VADER_LEXICON.split('\n')) {
    const [tenths, ...tokens] = row.split(' ');
    const valence = Number(tenths) / 10;
    for (const token of tokens) map.set(token, valence);
  }
  return map;
}
