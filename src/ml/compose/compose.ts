import { isSameWord } from '../../lyrics/rhyme/same-word.ts';
import { CopyLimit, plainWords } from './copy-limit.ts';
import { buildChain } from './markov-chain.ts';
import { drawByWeight, type Random, seeded } from './random.ts';
import { readWords } from './read-words.ts';
import type { Composed, ComposedLine, ComposeOrder, Infeasible, Materials, SyllableRange } from './types.ts';
import { soundOf } from './word-sounds.ts';
import { MarkovWriter } from './write-markov.ts';

const MAX_SYLLABLES = 30;
const TRIES = 60;

const infeasible = (constraint: Infeasible['constraint'], message: string): Infeasible => ({
  ok: false,
  constraint,
  message,
});

const rangeOf = (order: ComposeOrder, line: number): SyllableRange =>
  order.syllables[line] ?? order.syllables.at(-1) ?? { min: 6, max: 12 };

/** Writes a verse to order: every line meets its letter and its syllables, or the answer says what cannot be met. */
export function compose(order: ComposeOrder, materials: Materials): Composed {
  const random = seeded(order.seed);
  const { lexicon, general, sources } = materials;
  const lines = [...sources, ...general.lines];
  const limit = new CopyLimit();
  for (const { text } of lines) limit.add(text);
  for (const text of materials.avoid ?? []) limit.add(text);
  const chain = buildChain(lines);
  const writer = new MarkovWriter(chain, lexicon, limit, MAX_SYLLABLES);
  const topic = new Map([...order.topic, ...(order.style ?? [])].map(({ word, weight }) => [word, weight]));
  const worth = (word: string): number => 1 + 8 * (topic.get(word) ?? 0);
  const classes = Map.groupBy(chain.ends.keys(), (word) => soundOf(lexicon, word).rhymeKey);
  classes.delete('');
  const written: ComposedLine[] = [];
  const ends = new Map<string, string[]>();
  const keyOf = chooseKeys(order, classes, random, worth);
  if (keyOf === null) return infeasible('scheme', 'No rhyme has enough words for this scheme.');
  for (let line = 0; line < order.lines; line++) {
    const letter = order.scheme[line] ?? '-';
    const kept = order.keep[line];
    if (typeof kept === 'string') {
      const syllables = readWords(kept).reduce((sum, { word }) => sum + soundOf(lexicon, word).syllables, 0);
      written.push({ text: kept, syllables, letter: letter === '-' ? null : letter, kept: true });
      continue;
    }
    const used = ends.get(letter) ?? [];
    const pool = (
      letter === '-' ? [...chain.ends.keys()] : (classes.get(keyOf.get(letter) ?? '') ?? [])
    ).filter(
      (word) => soundOf(lexicon, word).syllables > 0 && !used.some((other) => isSameWord(other, word)),
    );
    const words = tryLine(
      writer,
      pool,
      { syllables: rangeOf(order, line), worth, temperature: order.temperature },
      random,
    );
    if (words === null)
      return infeasible('syllables', `Line ${line + 1} cannot be written with the syllables ordered.`);
    ends.set(letter, [...used, words.at(-1) ?? '']);
    const text = words.join(' ');
    written.push({
      text: text.charAt(0).toUpperCase() + text.slice(1),
      syllables: words.reduce((sum, word) => sum + soundOf(lexicon, word).syllables, 0),
      letter: letter === '-' ? null : letter,
      kept: false,
    });
  }
  const length = written.reduce((sum, { text }) => sum + text.length + 1, -1);
  if (order.maxCharacters !== null && length > order.maxCharacters)
    return infeasible('characters', `The text would have ${length} characters of ${order.maxCharacters}.`);
  return { ok: true, lines: written };
}

function chooseKeys(
  order: ComposeOrder,
  classes: ReadonlyMap<string, readonly string[]>,
  random: Random,
  worth: (word: string) => number,
): Map<string, string> | null {
  const keys = new Map<string, string>();
  for (const letter of new Set(order.scheme.replaceAll('-', ''))) {
    const needed = [...order.scheme].filter((other) => other === letter).length;
    const open = [...classes].filter(
      ([key, words]) => words.length > needed && ![...keys.values()].includes(key),
    );
    const weights = open.map(([, words]) => words.reduce((sum, word) => sum + worth(word), 0));
    const chosen = open[drawByWeight(weights, random)];
    if (!chosen) return null;
    keys.set(letter, chosen[0]);
  }
  return keys;
}

function tryLine(
  writer: MarkovWriter,
  pool: readonly string[],
  order: { syllables: SyllableRange; worth: (word: string) => number; temperature: number },
  random: Random,
): string[] | null {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const end = pool[drawByWeight(pool.map(order.worth), random)];
    if (end === undefined) return null;
    const words = writer.write({ ...order, end }, random);
    if (words && plainWords(words.join(' ')).length > 0) return words;
  }
  return null;
}
