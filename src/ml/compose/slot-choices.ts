import { plainWords } from './copy-limit.ts';
import type { Choice } from './line-lattice.ts';
import type { RhymeClass } from './rhyme-classes.ts';
import type { Skeleton, Slot } from './skeletons.ts';
import type { TableSounds } from './table-sounds.ts';
import { fitOf, MIN_FIT, type Stand, standsFor } from './word-fit.ts';
import { LINE_END, LINE_START, type WordPairs } from './word-pairs.ts';
import type { WordTable } from './word-table.ts';

const TOPIC_WORTH = 1.25;
const STYLE_WORTH = 0.6;
const PAIR_WORTH = 0.3;
/** What a word is worth in its own place: another has to fit well, be asked for, or be needed to write something new. */
const OWN_WORTH = 0.8;
const MIN_END_FIT = -0.25;
/** Another verb has other objects: one stands only where the sources have it before the next word, or at the end. */
const MIN_VERB_FIT = 0.2;
const VERBS = 'bdmgzr';
/** A word of the topic may fit its place this much worse. */
const TOPIC_LEAVE = 0.3;
const MIN_TOPIC = 0.3;

export interface Wishes {
  readonly topic: Float32Array;
  readonly style: Float32Array;
}

/** Which words may stand at each place of a shape, and what each is worth there. */
export class SlotChoices {
  readonly #table: WordTable;
  readonly #sounds: TableSounds;
  readonly #pairs: WordPairs;
  readonly #wishes: Wishes;
  readonly #known = new Map<Slot, readonly Choice[]>();
  readonly #rhyming = new Map<Slot, Map<string, readonly Choice[]>>();
  readonly #wanted: ReadonlyMap<string, readonly number[]>;

  constructor(table: WordTable, sounds: TableSounds, pairs: WordPairs, wishes: Wishes) {
    this.#table = table;
    this.#sounds = sounds;
    this.#pairs = pairs;
    this.#wishes = wishes;
    const wanted = [...wishes.topic.keys()].filter(
      (number) =>
        (wishes.topic[number] ?? 0) + (wishes.style[number] ?? 0) > MIN_TOPIC && table.isChoosable(number),
    );
    this.#wanted = Map.groupBy(wanted, (number) => table.tags[number]?.charAt(0) ?? '');
  }

  /** The choices of a place inside the line. */
  inside(skeleton: Skeleton, at: number): readonly Choice[] {
    const slot = skeleton.slots[at];
    if (!slot) return [];
    const known = this.#known.get(slot);
    if (known) return known;
    const own = this.own(slot);
    const choices = slot.isOpen ? [own, ...this.#others(skeleton, at, slot)] : [own];
    this.#known.set(slot, choices);
    return choices;
  }

  /** The words of a rhyme that can end the line in place of its own end. */
  ends(skeleton: Skeleton, rhyme: Pick<RhymeClass, 'key' | 'words'>): readonly Choice[] {
    return this.rhyming(skeleton, skeleton.slots.length - 1, rhyme);
  }

  /** The words of a rhyme that can stand at a place. */
  rhyming(
    skeleton: Skeleton,
    at: number,
    { key, words }: Pick<RhymeClass, 'key' | 'words'>,
  ): readonly Choice[] {
    const slot = skeleton.slots[at];
    if (!slot?.isOpen) return [];
    const known = this.#rhyming.get(slot) ?? new Map<string, readonly Choice[]>();
    this.#rhyming.set(slot, known);
    const found =
      known.get(key) ?? words.flatMap((number) => this.#rhymingChoice(skeleton, at, slot, number));
    known.set(key, found);
    return found;
  }

  #rhymingChoice(skeleton: Skeleton, at: number, slot: Slot, number: number): Choice[] {
    if (number === slot.number || !this.#isOfKind(slot, number)) return [];
    const fit = fitOf(this.#table, slot.number, number);
    const isVerb = VERBS.includes(slot.tag);
    const next = skeleton.slots[at + 1];
    if (isVerb && next !== undefined && !this.#pairs.has(number, next.number)) return [];
    const least = isVerb ? MIN_VERB_FIT : MIN_END_FIT - this.#leave(number);
    return fit < least ? [] : [this.#choice(skeleton, at, number, fit)];
  }

  own(slot: Slot): Choice {
    const wish = slot.isOpen ? this.#wish(slot.number) + OWN_WORTH : 0;
    return {
      word: slot.word,
      number: slot.number,
      syllables: slot.syllables,
      score: wish,
      repeats: plainWords(slot.word).length,
    };
  }

  #others(skeleton: Skeleton, at: number, slot: Slot): Choice[] {
    const tags = this.#kindsOf(slot);
    const stands = tags.flatMap((tag) => standsFor(this.#table, slot.number, tag));
    if (VERBS.includes(slot.tag)) return this.#verbs(skeleton, at, slot, stands);
    const known = new Set(stands.map(({ number }) => number));
    const wanted = tags
      .flatMap((tag) => this.#wanted.get(tag) ?? [])
      .filter((number) => !known.has(number) && number !== slot.number)
      .map((number) => ({ number, fit: fitOf(this.#table, slot.number, number) }))
      .filter(({ number, fit }) => fit > MIN_FIT - this.#leave(number));
    return [...stands, ...wanted]
      .filter(({ number }) => this.#isOfKind(slot, number))
      .map(({ number, fit }) => this.#choice(skeleton, at, number, fit));
  }

  #verbs(skeleton: Skeleton, at: number, slot: Slot, stands: readonly Stand[]): Choice[] {
    const next = skeleton.slots[at + 1];
    return stands
      .filter(({ number, fit }) => fit > MIN_VERB_FIT && this.#isOfKind(slot, number))
      .filter(({ number }) => next === undefined || this.#pairs.has(number, next.number))
      .map(({ number, fit }) => this.#choice(skeleton, at, number, fit));
  }

  #leave(number: number): number {
    return TOPIC_LEAVE * (this.#wishes.topic[number] ?? 0);
  }

  #choice({ slots }: Skeleton, at: number, number: number, fit: number): Choice {
    const [before, after] = [slots[at - 1]?.number ?? LINE_START, slots[at + 1]?.number ?? LINE_END];
    const seen = Number(this.#pairs.has(before, number)) + Number(this.#pairs.has(number, after));
    const [word = '', syllables] = [this.#table.words[number], this.#sounds.syllables(number)];
    return { word, number, syllables, score: fit + this.#wish(number) + PAIR_WORTH * seen, repeats: 0 };
  }

  #wish(number: number): number {
    return TOPIC_WORTH * (this.#wishes.topic[number] ?? 0) + STYLE_WORTH * (this.#wishes.style[number] ?? 0);
  }

  /** Past and participle are one form for most verbs; a word of either list has to be both or the one asked for. */
  #kindsOf({ tag }: Slot): string[] {
    return tag === 'd' || tag === 'm' ? ['d', 'm'] : [tag];
  }

  #isOfKind({ tag }: Slot, number: number): boolean {
    const tags = this.#table.tags[number] ?? '';
    return tag === 'd' || tag === 'm'
      ? 'dm'.includes(tags.charAt(0)) && tags.includes(tag)
      : tags.startsWith(tag);
  }
}
