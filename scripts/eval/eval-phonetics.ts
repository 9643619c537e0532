import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { spellToPhones } from '../../src/lyrics/phonetics/letter-to-sound.ts';
import { openLexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { countVowels, type Pronunciation } from '../../src/lyrics/phonetics/phones.ts';
import { pronounce, speakUnknown } from '../../src/lyrics/phonetics/pronounce.ts';
import type { PronunciationSource } from '../../src/lyrics/phonetics/pronunciation-source.ts';
import { alignWords } from '../lexicon/align.ts';
import { readDictionary, readSourceWords, type SourceWord } from '../lexicon/dictionary-sources.ts';
import { learnRules } from '../lexicon/learn-rules.ts';
import { learnContexts } from './context-tree.ts';
import { type PhoneScore, PhoneScorer } from './score-phones.ts';

export interface EvalPhoneticsResult {
  /** Words of CMUdict that are written with a-z only. */
  words: number;
  /** Tenths of them that were held out, one after the other. */
  folds: number;
  /** Learned from the other nine tenths. */
  held_out: {
    /** The decision trees alone. */
    letter_to_sound: PhoneScore;
    /** As the engine speaks: endings and compounds of listed words first. */
    rules: PhoneScore;
    /** Baseline: the widest known context of letters. */
    context_tree: PhoneScore;
    /** Baseline: groups of vowel letters without a silent e. */
    vowel_groups: Pick<PhoneScore, 'syllables_wrong'>;
  };
  /** The compiled lexicon over the words of CMUdict that it does not list. */
  left_out: PhoneScore & { words: number; silent: number; vowel_groups: Pick<PhoneScore, 'syllables_wrong'> };
  lexicon: { entries: number; bytes: number; gzip_bytes: number };
}

const TENTHS = 10;

/** Which tenth a word belongs to, the same on every machine. */
const tenthOf = (spelling: string): number => (createHash('sha1').update(spelling).digest()[0] ?? 0) % TENTHS;

const heldOutScorers = () => ({
  letter_to_sound: new PhoneScorer(),
  rules: new PhoneScorer(),
  context_tree: new PhoneScorer(),
});

/** Groups of vowel letters, a final e after a consonant aside. */
function vowelGroups(word: string): number {
  const groups = word.match(/[aeiouy]+/g)?.length ?? 0;
  return groups > 1 && /[^aeiouyl]e$/.test(word) ? groups - 1 : groups;
}

const isGroupCountWrong = ({ spelling, pronunciations }: SourceWord): boolean =>
  !pronunciations.some((phones) => countVowels(phones) === vowelGroups(spelling));

const groupsWrong = (words: readonly SourceWord[]): Pick<PhoneScore, 'syllables_wrong'> => ({
  syllables_wrong: Number((words.filter(isGroupCountWrong).length / words.length).toFixed(4)),
});

/** Learns from all words but one tenth and speaks that tenth in every way. */
function scoreTenth(
  words: readonly SourceWord[],
  tenth: number,
  scorers: ReturnType<typeof heldOutScorers>,
): void {
  const known = words.filter(({ spelling }) => tenthOf(spelling) !== tenth);
  const rules = learnRules(known);
  const speakByContext = learnContexts(alignWords(known));
  const listed = new Map(known.filter(({ isListed }) => isListed).map((word) => [word.spelling, word]));
  const source: PronunciationSource = { rules, find: (spelling) => listed.get(spelling) };
  for (const { spelling, pronunciations } of words.filter(({ spelling }) => tenthOf(spelling) === tenth)) {
    scorers.letter_to_sound.add(spellToPhones(rules, spelling), pronunciations);
    scorers.rules.add(speakUnknown(source, spelling)[0] ?? [], pronunciations);
    scorers.context_tree.add(speakByContext(spelling), pronunciations);
  }
}

function scoreLeftOut(words: readonly SourceWord[], bytes: ArrayBuffer): EvalPhoneticsResult['left_out'] {
  const lexicon = openLexicon(bytes);
  const leftOut = words.filter(({ spelling }) => lexicon.find(spelling) === undefined);
  const scorer = new PhoneScorer();
  let silent = 0;
  for (const { spelling, pronunciations } of leftOut) {
    const [spoken = []]: readonly Pronunciation[] = pronounce(lexicon, spelling).pronunciations;
    if (countVowels(spoken) === 0) silent++;
    scorer.add(spoken, pronunciations);
  }
  return { words: leftOut.length, ...scorer.result(), silent, vowel_groups: groupsWrong(leftOut) };
}

/**
 * Measures how words are pronounced that the lexicon does not list: by rules learned without them (the first `folds` tenths of
 * CMUdict), and by the compiled lexicon. Some ten seconds a fold.
 */
export async function evalPhonetics(folds: number, bytes: ArrayBuffer): Promise<EvalPhoneticsResult> {
  const dictionary = readDictionary();
  const words = (await readSourceWords()).filter(
    ({ spelling }) => dictionary.has(spelling) && /^[a-z]+$/.test(spelling),
  );
  const scorers = heldOutScorers();
  for (let tenth = 0; tenth < folds; tenth++) scoreTenth(words, tenth, scorers);
  const tested = words.filter(({ spelling }) => tenthOf(spelling) < folds);
  return {
    words: words.length,
    folds,
    held_out: {
      letter_to_sound: scorers.letter_to_sound.result(),
      rules: scorers.rules.result(),
      context_tree: scorers.context_tree.result(),
      vowel_groups: groupsWrong(tested),
    },
    left_out: scoreLeftOut(words, bytes),
    lexicon: {
      entries: openLexicon(bytes).size,
      bytes: bytes.byteLength,
      gzip_bytes: gzipSync(new Uint8Array(bytes), { level: 9 }).byteLength,
    },
  };
}
