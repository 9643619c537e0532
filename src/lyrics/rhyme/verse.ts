import type { Tongue } from '../phonetics/languages/tongue.ts';
import type { PronunciationSource } from '../phonetics/pronunciation-source.ts';
import { choosePronunciations } from './choose-pronunciation.ts';
import type { ConsonantRuns } from './consonant-runs.ts';
import type { Unheard } from './contract.ts';
import type { EndWord } from './end-words/end-sound.ts';
import { VOWEL_ALIKE, VOWEL_CODES } from './sound-similarity.ts';
import { untilStrange } from './strange-words.ts';
import { type SungSyllable, type Utterance, type Voice, voiceOf } from './voice.ts';
import type { SungText, Voices } from './words.ts';

/** One voice of a song as parallel arrays: words over lines, syllables over words. Ranges are [first[i], first[i + 1]). */
export interface Verse {
  readonly text: SungText;
  readonly runs: ConsonantRuns;
  /** Sung line of each word. */
  readonly line: Int32Array;
  readonly frequency: Uint8Array;
  readonly spellingId: Int32Array;
  /** How often the word's spelling is sung. */
  readonly occurrences: Uint16Array;
  /** Words after it in its line, and before. */
  readonly toEnd: Int32Array;
  readonly fromStart: Int32Array;
  readonly firstSyllable: Int32Array;
  /** Syllables after each syllable in its line, and before. */
  readonly syllablesToEnd: Int32Array;
  readonly syllablesFromStart: Int32Array;
  readonly wordOfSyllable: Int32Array;
  readonly vowel: Uint8Array;
  readonly stress: Uint8Array;
  /** 1 where speech passes over the syllable: unstressed, or a function word of one syllable. */
  readonly weak: Uint8Array;
  /** Vowel and weakness in one number. */
  readonly code: Uint8Array;
  readonly head: Uint16Array;
  readonly tail: Uint16Array;
  /** The first line, in reading order, with the same words. */
  readonly lineId: Int32Array;
  /** A word with all its pronunciations, as if it ended a line. */
  readonly asEnd: (word: number) => EndWord;
  /** The last word of each line, with all its pronunciations. */
  readonly endWords: readonly EndWord[];
}

/** The word that ends a sung line. */
export const lastWord = (verse: Verse, line: number): number => (verse.text.lines[line]?.lastWord ?? 0) - 1;

/** The tongue in which a line is heard; the lines of a section share it. */
export const tongueOfLine = ({ text, spellingId }: Verse, line: number): Tongue =>
  text.tongues[spellingId[text.lines[line]?.firstWord ?? 0] ?? 0] ?? 'english';

/** What of the main voice was not heard; null if every line was. */
export function unheardOf(verse: Verse): Unheard | null {
  const lines = verse.text.lines.filter((_, line) => tongueOfLine(verse, line) === 'unheard').length;
  return lines === 0 ? null : { reason: 'language_not_supported', lines };
}

/** The similarity of two syllables from the vowel on, 0-1; 0 if the vowels differ much. */
export function syllableQuality({ code, tail, runs }: Verse, left: number, right: number): number {
  const vowels = VOWEL_ALIKE[(code[left] ?? 0) * VOWEL_CODES + (code[right] ?? 0)] ?? 0;
  return vowels === 0 ? 0 : vowels * (0.5 + 0.5 * runs.similarity(tail[left] ?? 0, tail[right] ?? 0));
}

/** Pronounces every word of a voice and arranges its syllables for comparison. */
export const speakVerse = (text: SungText, source: PronunciationSource): Verse =>
  speakWith(untilStrange(text, source), voiceOf(source));

/** Pronounces both voices of a text, so that a word of one can be compared with a word of the other. */
export function speakVoices({ main, asides }: Voices<SungText>, source: PronunciationSource): Voices<Verse> {
  const voice = voiceOf(source);
  const speak = (text: SungText): Verse => speakWith(untilStrange(text, source), voice);
  return { main: speak(main), asides: speak(asides) };
}

function speakWith(text: SungText, voice: Voice): Verse {
  const bySpelling = voice.utterAll(text.spellings, text.tongues);
  const chosen = choosePronunciations(text.words, bySpelling, voice.runs);
  const asEnd = (word: number): EndWord => {
    const { spelling = '', spellingId = 0 } = text.words[word] ?? {};
    return voice.endWord(spelling, bySpelling[spellingId] ?? voice.utter(spelling));
  };
  const endWords = text.lines.map(({ lastWord }) => asEnd(lastWord - 1));
  return layOutVerse({ text, runs: voice.runs, asEnd, endWords }, bySpelling, chosen);
}

function layOutVerse(
  { text, runs, asEnd, endWords }: Pick<Verse, 'text' | 'runs' | 'asEnd' | 'endWords'>,
  bySpelling: readonly Utterance[],
  chosen: readonly (readonly SungSyllable[])[],
): Verse {
  const words = text.words.length;
  let count = 0;
  for (const syllables of chosen) count += syllables.length;
  const verse: Verse = {
    text,
    runs,
    line: new Int32Array(words),
    frequency: new Uint8Array(words),
    spellingId: new Int32Array(words),
    occurrences: new Uint16Array(words),
    toEnd: new Int32Array(words),
    fromStart: new Int32Array(words),
    firstSyllable: new Int32Array(words + 1),
    syllablesToEnd: new Int32Array(count),
    syllablesFromStart: new Int32Array(count),
    wordOfSyllable: new Int32Array(count),
    vowel: new Uint8Array(count),
    stress: new Uint8Array(count),
    weak: new Uint8Array(count),
    code: new Uint8Array(count),
    head: new Uint16Array(count),
    tail: new Uint16Array(count),
    lineId: new Int32Array(text.lines.length),
    asEnd,
    endWords,
  };
  layOutWords(verse, bySpelling);
  layOutSyllables(verse, chosen);
  layOutLines(verse);
  return verse;
}

function layOutWords(verse: Verse, bySpelling: readonly Utterance[]): void {
  const { words, lines, spellings } = verse.text;
  const uses = new Uint16Array(spellings.length);
  for (let word = 0; word < words.length; word++) {
    const { line = 0, spellingId = 0 } = words[word] ?? {};
    const { firstWord = 0, lastWord = 0 } = lines[line] ?? {};
    verse.line[word] = line;
    verse.spellingId[word] = spellingId;
    verse.frequency[word] = bySpelling[spellingId]?.frequency ?? 0;
    verse.toEnd[word] = lastWord - 1 - word;
    verse.fromStart[word] = word - firstWord;
    uses[spellingId] = (uses[spellingId] ?? 0) + 1;
  }
  for (let word = 0; word < words.length; word++) {
    verse.occurrences[word] = uses[verse.spellingId[word] ?? 0] ?? 0;
  }
}

function layOutSyllables(verse: Verse, chosen: readonly (readonly SungSyllable[])[]): void {
  let at = 0;
  for (let word = 0; word < chosen.length; word++) {
    verse.firstSyllable[word] = at;
    for (const { vowel, stress, weak, code, head, tail } of chosen[word] ?? []) {
      verse.wordOfSyllable[at] = word;
      verse.vowel[at] = vowel;
      verse.stress[at] = stress;
      verse.weak[at] = weak;
      verse.code[at] = code;
      verse.head[at] = head;
      verse.tail[at] = tail;
      at++;
    }
  }
  verse.firstSyllable[chosen.length] = at;
}

function layOutLines(verse: Verse): void {
  const { text, spellingId, lineId, firstSyllable, syllablesToEnd, syllablesFromStart } = verse;
  const known = new Map<string, number>();
  for (const [line, { firstWord, lastWord }] of text.lines.entries()) {
    const key = String.fromCharCode(...spellingId.subarray(firstWord, lastWord));
    const first = known.get(key) ?? line;
    known.set(key, first);
    lineId[line] = first;
    const [start, end] = [firstSyllable[firstWord] ?? 0, firstSyllable[lastWord] ?? 0];
    for (let syllable = start; syllable < end; syllable++) {
      syllablesToEnd[syllable] = end - 1 - syllable;
      syllablesFromStart[syllable] = syllable - start;
    }
  }
}
