import type { AlgorithmicAnalysis } from '../../lyrics/contract.ts';
import { NO_QUALITY_REASONS } from '../../lyrics/contract.ts';
import { formalityOf } from '../../lyrics/scores/formality.ts';
import { rhymedEnds } from '../../lyrics/scores/measures.ts';
import { rowFormOf } from '../../lyrics/scores/row-forms.ts';
import { readSong } from '../../lyrics/text/song.ts';
import { otherWordsShare } from './other-words.ts';

/** Why a text is not scored: the model has learned from nothing like it. */
export const NOT_SCORED_REASONS = [...NO_QUALITY_REASONS, 'code', 'chat', 'list', 'unrhymed'] as const;
export type NotScoredReason = (typeof NOT_SCORED_REASONS)[number];

export const NOT_SCORED_SENTENCES: Record<NotScoredReason, string> = {
  language:
    'A fifth of the text or more is not in English. The model has learned from songs in English only, and a translation beside the song counts as part of it.',
  unknown_words: 'Most of its words are in no dictionary, so that nothing can be said of what it tells.',
  no_sentences: 'It has no sentences: it is a list, cries, or names.',
  refrain: 'It is only a refrain, or the same lines over and over. The model has learned from verses.',
  short: 'It is too short to tell: a verse has at least four lines and twenty words.',
  prose:
    'It is prose (a report, instructions, terms, a letter), not a verse, even where its ends rhyme, or a verse that is not written in lines: put each line in a row of its own. The model has learned from songs.',
  code: 'It is code or markup and not a verse.',
  chat: 'It is a conversation with the names of those who speak, not a verse.',
  list: 'It is a list and not a verse.',
  unrhymed:
    'Hardly any of its lines rhyme, as in free verse, spoken word or a letter. The songs that the model has learned from do rhyme, so that it cannot be compared with them.',
};

/** Of 800 real songs in English none has less of it; a line or a few words of another language leave more. */
const MIN_ENGLISH = 0.8;
/** Of words that only the other language has; every second word of a mixture is one that English has too or no list tells. */
const MAX_OTHER_WORDS = 0.12;
/** Chance makes some ends of unrhymed lines rhyme. Of 800 real songs 1.5 % have fewer, most of them spoken. */
const MIN_RHYMED = 0.2;
/** Of a text whose rows are sentences that end with a full stop, more must rhyme. */
const MIN_RHYMED_SENTENCES = 0.6;
const SENTENCE = /[.:;]["”')]?$/;
const MOST = 0.7;
/** Of a text that is worded somewhat like prose, about what chance gives to a few rows. */
const MIN_RHYMED_PROSAIC = 0.34;
/** Unrhymed rows of at most so many words, not worded as prose is, are free verse or spoken word. */
const MAX_FREE_VERSE_WORDS = 20;
const MIN_FREE_VERSE_LINES = 4;
const MAX_VERSE_FORMALITY = -1.5;

/** Why the text is not what the model has learned from; null for a verse in English. */
export function whyNotScored(text: string, analysis: AlgorithmicAnalysis): NotScoredReason | null {
  const form = rowFormOf(text);
  if (form !== null) return form;
  if (analysis.language !== null && isMixed(text, analysis)) return 'language';
  const { quality_reason: reason } = analysis;
  if (reason === 'prose') return isFreeVerse(text) ? 'unrhymed' : 'prose';
  if (reason != null) return reason;
  const rhymed = rhymedEnds(analysis.rhyme) ?? 0;
  if (rhymed < MIN_RHYMED) return 'unrhymed';
  if (rhymed < MIN_RHYMED_SENTENCES && areSentences(text)) return isFreeVerse(text) ? 'unrhymed' : 'prose';
  return rhymed < MIN_RHYMED_PROSAIC && formalityOf(readSong(text).lines) > MAX_VERSE_FORMALITY
    ? 'prose'
    : null;
}

function isMixed(text: string, analysis: AlgorithmicAnalysis): boolean {
  if (englishOf(analysis) < MIN_ENGLISH) return true;
  return otherWordsShare(readSong(text).lines.map((line) => line.text)) > MAX_OTHER_WORDS;
}

const englishOf = ({ languages }: AlgorithmicAnalysis): number =>
  languages === undefined ? 1 : (languages.find(({ code }) => code === 'en')?.share ?? 0);

function areSentences(text: string): boolean {
  const rows = text.split('\n').filter((row) => row.trim() !== '');
  return rows.filter((row) => SENTENCE.test(row.trim())).length >= MOST * rows.length;
}

function isFreeVerse(text: string): boolean {
  const { lines, words } = readSong(text);
  if (lines.length < MIN_FREE_VERSE_LINES || words.length > MAX_FREE_VERSE_WORDS * lines.length) return false;
  return formalityOf(lines) <= MAX_VERSE_FORMALITY;
}
