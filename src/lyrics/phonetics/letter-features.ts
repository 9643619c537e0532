import { FIRST_VOWEL, isVowel, stressOf, vowelOf } from './phones.ts';

/** Letters looked at on either side of the one being spoken. */
export const REACH = 5;
const WINDOW = 2 * REACH + 1;

/** What a question can be about: the letters around, then what the word already says after this letter. */
const LAST_PHONE = WINDOW;
const PHONE_BEFORE = WINDOW + 1;
const THIRD_PHONE = WINDOW + 2;
const VOWELS_SAID = WINDOW + 3;
const HAS_PRIMARY = WINDOW + 4;
const LAST_STRESS = WINDOW + 5;
const VOWEL_GROUPS_LEFT = WINDOW + 6;
const LETTERS_BEFORE = WINDOW + 7;
const LETTERS_AFTER = WINDOW + 8;
const FIRST_LETTERS = WINDOW + 9;
const IS_VOWEL_LETTER = WINDOW + 12;
const IS_VOWEL_PHONE = WINDOW + 15;
export const FEATURES = WINDOW + 16;
/** Every answer to a question is below this. */
export const FEATURE_VALUES = 64;

const MAX_COUNT = 5;
const MAX_LETTERS_BEFORE = 9;
/** Longest spelling that is read; the caller cuts longer ones. */
export const MAX_LETTERS = 64;

const VOWEL_LETTERS = new Uint8Array(27);
for (const letter of 'aeiouy') VOWEL_LETTERS[letter.charCodeAt(0) - 96] = 1;

/** A phone without its stress as 1-39; 0 means none. */
const plainPhone = (phone: number): number => 1 + (isVowel(phone) ? FIRST_VOWEL + vowelOf(phone) : phone);

/**
 * A word while it is spoken letter by letter, from its last letter to its first: where the stress lies depends on the
 * ending, so what follows is known when a letter is spoken. The compiler and the engine ask the same features.
 */
export class SpelledWord {
  length = 0;
  /** The answer to every question at the letter moved to. */
  readonly answers = new Uint8Array(FEATURES);
  readonly #letters = new Uint8Array(MAX_LETTERS + 2 * REACH + 2);
  readonly #groupsBefore = new Uint8Array(MAX_LETTERS);

  /** Starts a word of letters a-z, at most MAX_LETTERS. */
  open(word: string): void {
    const letters = this.#letters;
    this.length = Math.min(word.length, MAX_LETTERS);
    this.answers.fill(0);
    let groups = 0;
    let letter = word.charCodeAt(0) - 96;
    for (let at = 0; at < this.length; at++) {
      letters[at + REACH] = letter;
      this.#groupsBefore[at] = Math.min(groups, MAX_COUNT);
      const next = at + 1 < this.length ? word.charCodeAt(at + 1) - 96 : 0;
      if (VOWEL_LETTERS[letter] === 1 && VOWEL_LETTERS[next] !== 1) groups++;
      letter = next;
    }
    letters.fill(0, this.length + REACH, this.length + 2 * REACH + 1);
    for (let index = 0; index < 3; index++) {
      this.answers[FIRST_LETTERS + index] = letters[REACH + index] ?? 0;
    }
  }

  letter(position: number): number {
    return this.#letters[position + REACH] ?? 0;
  }

  moveTo(position: number): void {
    const [letters, answers] = [this.#letters, this.answers];
    for (let index = 0; index < WINDOW; index++) answers[index] = letters[position + index] ?? 0;
    answers[VOWEL_GROUPS_LEFT] = this.#groupsBefore[position] ?? 0;
    answers[LETTERS_BEFORE] = Math.min(position, MAX_LETTERS_BEFORE);
    answers[LETTERS_AFTER] = Math.min(this.length - 1 - position, MAX_COUNT);
    answers[IS_VOWEL_LETTER] = VOWEL_LETTERS[letters[position + REACH - 1] ?? 0] ?? 0;
    answers[IS_VOWEL_LETTER + 1] = VOWEL_LETTERS[letters[position + REACH + 1] ?? 0] ?? 0;
    answers[IS_VOWEL_LETTER + 2] = VOWEL_LETTERS[letters[position + REACH - 2] ?? 0] ?? 0;
  }

  /** Notes a phone that stands before all phones noted so far. */
  say(phone: number): void {
    const answers = this.answers;
    answers[THIRD_PHONE] = answers[PHONE_BEFORE] ?? 0;
    answers[PHONE_BEFORE] = answers[LAST_PHONE] ?? 0;
    answers[LAST_PHONE] = plainPhone(phone);
    answers[IS_VOWEL_PHONE] = isVowel(phone) ? 1 : 0;
    if (!isVowel(phone)) return;
    answers[VOWELS_SAID] = Math.min((answers[VOWELS_SAID] ?? 0) + 1, MAX_COUNT);
    answers[LAST_STRESS] = 1 + stressOf(phone);
    if (stressOf(phone) === 1) answers[HAS_PRIMARY] = 1;
  }
}
