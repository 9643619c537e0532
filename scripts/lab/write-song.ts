import type { Theme } from '../../src/lyrics/themes/theme-names.ts';
import type { TextModel } from './catalogue-model.ts';
import { valueAt } from './quantiles.ts';
import type { Vocabulary } from './vocabulary.ts';

const VERSE_LINES = 12;
const VERSES = 3;
/** One word in so many is of a theme of the song. */
const THEME_SHARE = 0.05;
/** A line ends on a rhyme of the line before, every other line. */
const RHYME_CHOICES = 12;

type Random = () => number;

/** Lines of a hook which, sung after each of three verses, make the share of repeated lines. */
function hookLines(share: number): number {
  return Math.max(1, Math.round((VERSES * VERSE_LINES * share) / (VERSES - 1 - VERSES * share)));
}

/** Draws the words of one song; earlier words recur as in real songs. */
class SongWords {
  readonly #said: string[] = [];
  readonly #vocabulary: Vocabulary;
  readonly #recurrence: number;
  readonly #themes: readonly Theme[];
  readonly #random: Random;

  constructor(model: TextModel, vocabulary: Vocabulary, themes: readonly Theme[], random: Random) {
    this.#vocabulary = vocabulary;
    this.#recurrence = model.recurrence;
    this.#themes = themes;
    this.#random = random;
  }

  next(): string {
    const word = this.#draw();
    this.#said.push(word);
    return word;
  }

  rhyme(with_: string): string {
    const choices = this.#vocabulary.rhymesOf(with_);
    const word = choices[Math.floor(this.#random() * Math.min(choices.length, RHYME_CHOICES))];
    if (word === undefined || word === with_) return this.next();
    this.#said.push(word);
    return word;
  }

  #draw(): string {
    const random = this.#random;
    const said = this.#said[Math.floor((random() / this.#recurrence) * this.#said.length)];
    if (said !== undefined) return said;
    if (random() < THEME_SHARE) {
      const theme = this.#themes[Math.floor(random() * this.#themes.length)];
      const words = theme === undefined ? [] : this.#vocabulary.themes[theme];
      // Squared: the words that a theme begins with are its commonest.
      const word = words[Math.floor(random() ** 2 * words.length)];
      if (word !== undefined) return word;
    }
    return this.#vocabulary.wordAt(random());
  }
}

/** A song of verses in rhymed couplets and a hook, with the lengths and the vocabulary of the model. */
export function writeSong(
  model: TextModel,
  vocabulary: Vocabulary,
  themes: readonly Theme[],
  random: Random,
): string {
  const words = new SongWords(model, vocabulary, themes, random);
  const wanted = Math.round(valueAt(model.words, random()));
  let count = 0;
  let last = '';
  const line = (couplet: boolean): string => {
    const length = Math.max(1, Math.round(valueAt(model.line_words, random())));
    const body = Array.from({ length: length - 1 }, () => words.next());
    last = couplet ? words.rhyme(last) : words.next();
    const text = [...body, last].join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const out: string[] = [];
  const put = (text: string): void => {
    if (count >= wanted) return;
    out.push(text);
    count += text.split(' ').length;
  };
  const hook = Array.from({ length: hookLines(model.repeated_lines) }, (_, n) => line(n % 2 === 1));
  for (let verse = 1; count < wanted; verse++) {
    out.push(...(verse === 1 ? [] : ['']), `[Verse ${verse}]`);
    for (let n = 0; n < VERSE_LINES && count < wanted; n++) put(line(n % 2 === 1));
    if (count >= wanted) break;
    out.push('', '[Chorus]');
    for (const text of hook) put(text);
  }
  return out.join('\n');
}
