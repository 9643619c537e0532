import { detectAll } from 'tinyld/light';
import { foldWord } from './fold.ts';
import { isHeaderLine } from './header-grammar.ts';

export interface DetectedLanguage {
  /** ISO 639-1. */
  code: string;
  /** Share of the sampled letters that agree, 0-1. */
  confidence: number;
}

const SAMPLES = 8;
const MAX_LINES = 400;
const SAMPLE_LENGTH = 70;
const MIN_LETTERS = 6;
const MIN_ENGLISH_WORDS = 2;
const MAX_LIBRARY_CALLS = 5;
const LETTER = /\p{L}/u;
const WORDS = /[\p{L}'’]+/gu;
const PLAIN_WORDS = /[a-z']+/g;
const PLAIN = /^[ -~]*$/;
const UKRAINIAN = /[іїєґ]/;
// Everyday English words that are not words in any other language that tinyld knows.
const ENGLISH = new Set(
  (
    "the and you that it's i'm don't ain't can't they with this what just know your when got from have like get out up all " +
    "was we're you're i'll i've that's for never these them how who been of is are if but there where would could should her " +
    "she it gonna wanna gotta ain't y'all my his we our their back down keep every make let's won't about into over"
  ).split(' '),
);

/**
 * Language of a text by majority over up to eight samples spread through its distinct lines, so that a hook in another
 * language does not decide. A sample with two plain English words is English, with one if most others are; the rest go
 * to tinyld (light build: 24 languages, 34 KB compressed). Null if there is too little text.
 */
export function detectLanguage(text: string): DetectedLanguage | null {
  const lines = new Set(text.split('\n', MAX_LINES).map((line) => line.trim()));
  return languageOfLines([...lines].filter((line) => line !== '' && !isHeaderLine(line)));
}

/** The same for sung lines that are already separated: no headers, no repeats. */
export function languageOfLines(lines: readonly string[]): DetectedLanguage | null {
  const samples = takeSamples(lines.join('\n')).filter((sample) => sample.letters >= MIN_LETTERS);
  const plain = samples.filter((sample) => sample.english >= MIN_ENGLISH_WORDS).length;
  const needed = plain * 2 >= samples.length ? 1 : MIN_ENGLISH_WORDS;
  const votes = new Map<string, number>();
  let letters = 0;
  let calls = 0;
  for (const sample of samples) {
    const english = sample.english >= needed;
    if (!english && calls++ >= MAX_LIBRARY_CALLS) continue;
    const code = english ? 'en' : askLibrary(sample.text);
    letters += sample.letters;
    if (code !== null) votes.set(code, (votes.get(code) ?? 0) + sample.letters);
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1]);
  return winner ? { code: winner[0], confidence: winner[1] / letters } : null;
}

interface Sample {
  text: string;
  letters: number;
  /** Plain English words in it. */
  english: number;
}

function askLibrary(sample: string): string | null {
  const code = detectAll(sample)[0]?.lang;
  if (code === undefined || code === '') return null;
  return code === 'ru' && UKRAINIAN.test(sample) ? 'uk' : code;
}

function countEnglish(sample: string): number {
  let found = 0;
  const words = PLAIN.test(sample) ? sample.toLowerCase().match(PLAIN_WORDS) : foldWord(sample).match(WORDS);
  for (const word of words ?? []) if (ENGLISH.has(word)) found += 1;
  return found;
}

function countLetters(sample: string): number {
  let count = 0;
  for (const char of sample) {
    const code = char.charCodeAt(0) | 32;
    if (code < 128 ? code >= 97 && code <= 122 : LETTER.test(char)) count += 1;
  }
  return count;
}

function takeSamples(sung: string): Sample[] {
  const step = Math.max(SAMPLE_LENGTH, Math.floor(sung.length / SAMPLES));
  const samples: Sample[] = [];
  for (let at = 0; at < sung.length && samples.length < SAMPLES; at += step) {
    const stretch = sung.slice(at, at + SAMPLE_LENGTH).replaceAll('\n', ' ');
    samples.push({ text: stretch, letters: countLetters(stretch), english: countEnglish(stretch) });
  }
  return samples;
}
