import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { detectLanguage } from '../../lyrics/text/language.ts';
import { readWords } from '../../ml/compose/read-words.ts';
import type { ComposeOrder } from '../../ml/compose/types.ts';
import type { Note } from './contract.ts';
import type { Material } from './gather-material.ts';
import { topicOf, usualSyllables, type VerseInput } from './plan-verse.ts';
import type { StyleProfile } from './style-profile.ts';

const SURE = 0.8;
const MOST_NAMED = 5;
const LATIN = /\p{Script=Latin}/u;

const syllablesOf = ({ syllables: [range] }: ComposeOrder): string =>
  range === undefined ? '' : `${range.min} to ${range.max} syllables`;

/** What a caller left open and did not get as usual, because the length or the style did not allow it. */
export function notesOnPlan(
  input: Pick<VerseInput, 'syllables' | 'maxLength'>,
  { planned, written, style }: { planned: ComposeOrder; written: ComposeOrder; style: StyleProfile | null },
): Note[] {
  if (written !== planned) {
    const detail = `No verse of ${planned.lines} lines of ${syllablesOf(planned)} was found: this one has ${written.lines} lines of ${syllablesOf(written)}.`;
    return [{ code: 'order_relaxed', detail }];
  }
  const [range] = written.syllables;
  const usual = usualSyllables(style);
  if (input.syllables !== null || range === undefined || range.max >= (usual.min + usual.max) / 2) return [];
  const detail = `${written.lines} lines in ${input.maxLength} characters leave room for ${syllablesOf(written)} a line: ask for fewer lines or a larger max_length for longer ones.`;
  return [{ code: 'lines_shortened', detail }];
}

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' });

/** The English name of the language that a text is in; null if it is or may be English. */
export function foreignLanguageOf(text: string): string | null {
  const language = detectLanguage(text);
  if (language === null || language.code === 'en') return null;
  const isSure = language.confidence >= SURE || !LATIN.test(text);
  return isSure ? (LANGUAGES.of(language.code) ?? language.code) : null;
}

/** The first words of a prompt of which none is known, as they stand in it; empty if one is. */
export function unknownWords(prompt: string, lexicon: Lexicon): string[] {
  const words = topicOf(prompt).map(({ word }) => word);
  if (words.some((word) => lexicon.find(word) !== undefined)) return [];
  // A query is also read with its neighbours joined ("snow plow", "snowplow"), which nobody wrote.
  const written = new Set(readWords(prompt).map(({ word }) => word));
  return words.filter((word) => written.has(word)).slice(0, MOST_NAMED);
}

/** What a caller should know about the prompt and the sources of a verse. */
export function notesOn(prompt: string, material: Material, lexicon: Lexicon): Note[] {
  const notes: Note[] = [];
  const language = foreignLanguageOf(prompt);
  if (language !== null)
    notes.push({
      code: 'prompt_language',
      detail: `The prompt is in ${language}; verses are written in English.`,
    });
  const unknown = unknownWords(prompt, lexicon);
  if (unknown.length > 0) {
    const detail = `No word of the prompt is known: ${unknown.join(', ')}. The subject is open.`;
    notes.push({ code: 'prompt_unknown_words', detail });
  }
  if (material.songs === 0) {
    const detail = 'The catalogue has no songs to draw on; only the built-in lines were used.';
    notes.push({ code: 'no_similar_songs', detail });
  }
  if (material.style !== null && material.style.foreignSongs > 0) {
    const { artist, songs, foreignSongs } = material.style;
    const detail = `${foreignSongs} songs of ${artist} are in another language and were left out; ${songs} were measured.`;
    notes.push({ code: 'style_partly_foreign', detail });
  }
  return notes;
}
