import { FUNCTION_WORDS } from '../phonetics/function-words.ts';
import { pronounce, type SpokenWord } from '../phonetics/pronounce.ts';
import type { PronunciationSource } from '../phonetics/pronunciation-source.ts';
import type { Syllable } from '../phonetics/syllables.ts';
import { choosePronunciations, endingsOf } from './choose-pronunciation.ts';
import { ConsonantRuns } from './consonant-runs.ts';
import { SyllableSounds } from './syllable-sounds.ts';
import type { SungText } from './words.ts';

/** A song as parallel arrays: words over lines, syllables over words. Ranges are [first[i], first[i + 1]). */
export interface Verse {
  readonly text: SungText;
  readonly runs: ConsonantRuns;
  readonly sounds: SyllableSounds;
  /** Sung line of each word. */
  readonly line: Int32Array;
  readonly frequency: Uint8Array;
  /** The first word, in reading order, with the same spelling. */
  readonly spellingId: Int32Array;
  readonly occurrences: Uint16Array;
  readonly firstSyllable: Int32Array;
  readonly wordOfSyllable: Int32Array;
  readonly vowel: Uint8Array;
  readonly stress: Uint8Array;
  /** 1 where speech passes over the syllable: unstressed, or a function word of one syllable. */
  readonly weak: Uint8Array;
  readonly head: Uint16Array;
  readonly tail: Uint16Array;
  /** Number of each syllable in `sounds`. */
  readonly sound: Uint16Array;
}

/** A syllable with its consonant runs by number. */
export interface SungSyllable extends Syllable {
  readonly headId: number;
  readonly tailId: number;
}

export interface Utterance {
  readonly spelling: string;
  readonly frequency: number;
  readonly variants: readonly (readonly SungSyllable[])[];
  readonly endings: readonly (SungSyllable | undefined)[];
}

function utter(spoken: SpokenWord, spelling: string, runs: ConsonantRuns): Utterance {
  const variants = spoken.syllables.map((syllables) =>
    syllables.map(({ vowel, stress, head, tail }) => {
      return { vowel, stress, head, tail, headId: runs.id(head), tailId: runs.id(tail) };
    }),
  );
  return { spelling, frequency: spoken.frequency, variants, endings: endingsOf(variants) };
}

/** Speaks every word of a text and lays its syllables out for comparison. */
export function speakVerse(text: SungText, source: PronunciationSource): Verse {
  const runs = new ConsonantRuns();
  const known = new Map<string, Utterance>();
  const utterances = text.words.map(({ spelling }) => {
    const seen = known.get(spelling) ?? utter(pronounce(source, spelling), spelling, runs);
    known.set(spelling, seen);
    return seen;
  });
  return layOutVerse(text, runs, utterances);
}

function layOutVerse(text: SungText, runs: ConsonantRuns, utterances: readonly Utterance[]): Verse {
  const chosen = choosePronunciations(utterances, runs);
  const count = chosen.reduce((sum, syllables) => sum + syllables.length, 0);
  const verse: Verse = {
    text,
    runs,
    sounds: new SyllableSounds(runs),
    line: Int32Array.from(text.words, ({ line }) => line),
    frequency: Uint8Array.from(utterances, ({ frequency }) => frequency),
    spellingId: new Int32Array(utterances.length),
    occurrences: new Uint16Array(utterances.length),
    firstSyllable: new Int32Array(utterances.length + 1),
    wordOfSyllable: new Int32Array(count),
    vowel: new Uint8Array(count),
    stress: new Uint8Array(count),
    weak: new Uint8Array(count),
    head: new Uint16Array(count),
    tail: new Uint16Array(count),
    sound: new Uint16Array(count),
  };
  let at = 0;
  for (const [word, syllables] of chosen.entries()) {
    const isLight = syllables.length === 1 && FUNCTION_WORDS.has(utterances[word]?.spelling ?? '');
    verse.firstSyllable[word] = at;
    for (const syllable of syllables) {
      verse.wordOfSyllable[at] = word;
      verse.vowel[at] = syllable.vowel;
      verse.stress[at] = syllable.stress;
      const weak = isLight || syllable.stress === 0 ? 1 : 0;
      verse.weak[at] = weak;
      verse.head[at] = syllable.headId;
      verse.tail[at] = syllable.tailId;
      verse.sound[at] = verse.sounds.id(syllable.vowel, weak, syllable.tailId);
      at++;
    }
  }
  verse.firstSyllable[chosen.length] = at;
  countSpellings(verse, utterances);
  return verse;
}

function countSpellings(verse: Verse, utterances: readonly Utterance[]): void {
  const first = new Map<string, number>();
  for (const [word, { spelling }] of utterances.entries()) {
    const id = first.get(spelling) ?? word;
    first.set(spelling, id);
    verse.spellingId[word] = id;
    verse.occurrences[id] = (verse.occurrences[id] ?? 0) + 1;
  }
  for (const [word, id] of verse.spellingId.entries()) verse.occurrences[word] = verse.occurrences[id] ?? 1;
}
