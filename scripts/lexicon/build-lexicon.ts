import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readingsOf } from '../../src/lyrics/phonetics/homographs.ts';
import {
  consonant,
  isVowel,
  stressOf,
  vowel,
  vowelOf,
  vowelPhone,
} from '../../src/lyrics/phonetics/phones.ts';
import { speakByRule } from '../../src/lyrics/phonetics/pronounce.ts';
import type { PronunciationSource } from '../../src/lyrics/phonetics/pronunciation-source.ts';
import { alignWords } from './align.ts';
import { readSourceWords, type SourceWord } from './dictionary-sources.ts';
import { growTree } from './grow-tree.ts';
import { orderBySound } from './order-by-sound.ts';
import { writeLexicon } from './write-lexicon.ts';

export interface LexiconSummary {
  readonly words: number;
  readonly spokenByRule: number;
  readonly bytes: number;
}

/** Common words are stored even when a rule derives them, because reading is faster than deriving. */
const MIN_KEPT_FREQUENCY = 6;

/** Words whose only pronunciation the rules reach from shorter words of the lexicon. */
function findRuleWords(words: readonly SourceWord[], rules: PronunciationSource['rules']): Set<string> {
  const known = new Map<string, SourceWord>();
  const source: PronunciationSource = { rules, find: (spelling) => known.get(spelling) };
  const byRule = new Set<string>();
  for (const word of words.toSorted((a, b) => a.spelling.length - b.spelling.length)) {
    const spoken = speakByRule(source, word.spelling);
    const isSame =
      spoken.map((phones) => phones.join()).join(';') ===
      word.pronunciations.map((phones) => phones.join()).join(';');
    if (isSame && word.frequency < MIN_KEPT_FREQUENCY) byRule.add(word.spelling);
    known.set(word.spelling, word);
  }
  return byRule;
}

const [R, IY, IH] = [consonant('R'), vowel('IY'), vowel('IH')];

/** One vowel for "near" (IH R) and "here" (IY R), which the dictionary writes in two ways. */
function withOneEar(phones: readonly number[]): number[] {
  return phones.map((phone, at) => {
    const next = phones[at + 2];
    const isOpen = next !== undefined && isVowel(next) && stressOf(next) !== 0;
    const isEar = isVowel(phone) && vowelOf(phone) === IY && phones[at + 1] === R && !isOpen;
    return isEar ? vowelPhone(IH, stressOf(phone)) : phone;
  });
}

/** The dictionary lists readings and dialect variants alike; where readings differ in meaning, they alone are kept. */
function withReadings(word: SourceWord): SourceWord {
  const readings = readingsOf(word.spelling)?.map(({ phones }) => [...phones]);
  const spoken = (readings ?? word.pronunciations).map(withOneEar);
  const isNew = (phones: number[], index: number) =>
    spoken.findIndex((other) => other.join() === phones.join()) === index;
  return { ...word, pronunciations: spoken.filter(isNew) };
}

/** Compiles CMUdict into the binary lexicon at `outFile`. Deterministic; takes a few seconds. */
export async function buildLexicon(outFile: string): Promise<LexiconSummary> {
  const words = (await readSourceWords()).map(withReadings);
  const rules = growTree(alignWords(words));
  const byRule = findRuleWords(words, rules);
  const bytes = writeLexicon({ words, byRule, rules, sound: orderBySound(words) });
  await mkdir(dirname(outFile), { recursive: true });
  await writeFile(outFile, bytes);
  return { words: words.length, spokenByRule: byRule.size, bytes: bytes.byteLength };
}
