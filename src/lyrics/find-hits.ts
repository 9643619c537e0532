import { EMOTION_LEXICON } from './emotion/emotion-lexicon.ts';
import { EMOTIONS, type Emotion } from './emotion/emotion-names.ts';
import { NEGATIONS } from './sentiment/vader-rules.ts';
import type { Song } from './text/song.ts';
import { type TermHit, TermIndex } from './text/term-index.ts';
import type { Word } from './text/tokenize.ts';
import { THEME_LEXICON } from './themes/theme-lexicon.ts';
import { THEMES, type Theme } from './themes/theme-names.ts';

export interface LexiconHits {
  /** Theme words of lines that are not repeats. */
  themes: TermHit<Theme>[];
  /** Emotion words, including repeated lines; a word directly after a negation is left out. */
  emotions: TermHit<Emotion>[];
}

type Category = `theme ${Theme}` | `emotion ${Emotion}`;

const NEGATION_REACH = 2;
const BY_CATEGORY = new Map<Category, { theme: Theme } | { emotion: Emotion }>([
  ...THEMES.map((theme): [Category, { theme: Theme }] => [`theme ${theme}`, { theme }]),
  ...EMOTIONS.map((emotion): [Category, { emotion: Emotion }] => [`emotion ${emotion}`, { emotion }]),
]);
let index: TermIndex<Category> | undefined;

/** The theme and emotion words of a song with their places, found in one pass. The lexicons are English. */
export function findHits(song: Song): LexiconHits {
  index ??= new TermIndex<Category>(
    new Map<Category, string>([
      ...THEMES.map((theme): [Category, string] => [`theme ${theme}`, THEME_LEXICON[theme]]),
      ...EMOTIONS.map((emotion): [Category, string] => [`emotion ${emotion}`, EMOTION_LEXICON[emotion]]),
    ]),
  );
  const repeated = new Set<number>();
  for (const line of song.lines) if (line.repeated) repeated.add(line.number);
  const hits: LexiconHits = { themes: [], emotions: [] };
  for (const hit of index.find(song)) {
    const meaning = BY_CATEGORY.get(hit.category);
    if (!meaning) continue;
    if ('theme' in meaning) {
      if (!repeated.has(hit.line)) hits.themes.push({ ...hit, category: meaning.theme });
    } else if (!isNegated(song.words, hit.at)) {
      hits.emotions.push({ ...hit, category: meaning.emotion });
    }
  }
  return hits;
}

function isNegated(words: readonly Word[], at: number): boolean {
  for (let back = 1; back <= NEGATION_REACH; back++) {
    const before = words[at - back];
    if (!before || before.line !== words[at]?.line) return false;
    if (NEGATIONS.has(before.norm)) return true;
  }
  return false;
}
