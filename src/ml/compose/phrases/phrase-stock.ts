import type { GeneralModel } from '../general-model.ts';
import type { Noise, Random } from '../random.ts';
import type { Wishes } from '../slot-choices.ts';
import type { Stock } from '../stock.ts';
import type { ComposeOrder, Materials, RhymeDepth } from '../types.ts';
import { Cast } from './cast.ts';
import { distinct } from './phrase.ts';
import { PhraseWriter } from './phrase-writer.ts';
import type { HearingTools, Piece } from './piece.ts';
import { PieceDraw, PieceShelves } from './piece-shelves.ts';
import { wordPhrases } from './word-phrases.ts';

const GENERAL = new WeakMap<GeneralModel, PieceShelves>();

/** The general model's phrases, heard once. */
function generalShelves(general: GeneralModel, tools: HearingTools): PieceShelves {
  const known = GENERAL.get(general);
  if (known) return known;
  const shelves = new PieceShelves(distinct(general.phrases), tools);
  GENERAL.set(general, shelves);
  return shelves;
}

const TOPIC_WORTH = 4;
const STYLE_WORTH = 1.2;
/** What of it counts in the worth of a line, beside in how often a phrase is tried. */
const LINE_SHARE = 0.45;
const ASKED_WEIGHT = 0.6;
const MIN_ASKED = 0.66;
const MOST_ASKED = 40;

/** Phrases around the words that the order asks for and words close to them. */
function askedPhrases({ topic, style }: Wishes, general: GeneralModel) {
  const wanted = [...topic.keys()]
    .map((number) => ({ number, wish: (topic[number] ?? 0) + 0.5 * (style[number] ?? 0) }))
    .filter(({ number, wish }) => wish > MIN_ASKED && general.table.isChoosable(number))
    .sort((a, b) => b.wish - a.wish)
    .slice(0, MOST_ASKED);
  return wanted.flatMap(({ number }) => wordPhrases(general.table, number, ASKED_WEIGHT));
}

function worthOf({ content, phrase }: Piece, { topic, style }: Wishes): number {
  let [about, like] = [0, 0];
  for (const number of content) {
    about = Math.max(about, topic[number] ?? 0);
    like = Math.max(like, style[number] ?? 0);
  }
  return TOPIC_WORTH * about + STYLE_WORTH * like + Math.log(phrase.weight);
}

export interface PhraseStockTools {
  readonly wishes: Wishes;
  readonly stock: Stock;
  readonly random: Random;
  readonly noise: Noise;
}

/** Lines tried for a line of a verse. */
const TRIES: Readonly<Record<RhymeDepth, number>> = { single: 300, multi: 400, dense: 1200 };
/** Any word of a rhyme in a phrase of any kind is better than no line. */
const WIDER_WEIGHT = 0.05;

/** A writer of lines out of phrases: those of the sources, of the general model, and around the words asked for. */
export function openPhraseWriter(
  { rhyme, temperature }: Pick<ComposeOrder, 'rhyme' | 'temperature'>,
  { lexicon, general }: Materials,
  { wishes, stock, random, noise }: PhraseStockTools,
): PhraseWriter {
  const { table } = general;
  const tools = { lexicon, table };
  const own = new PieceShelves([...stock.phrases, ...askedPhrases(wishes, general)], tools);
  const heat = Math.max(0.4, temperature);
  const worth = (piece: Piece): number => worthOf(piece, wishes);
  const shelves = [own, generalShelves(general, tools)];
  const draw = new PieceDraw(shelves, (piece) => Math.exp(worth(piece) / heat), random);
  return new PhraseWriter({
    lexicon,
    limit: stock.limit,
    draw,
    tries: TRIES[rhyme],
    endsOn: ({ words }) =>
      new PieceShelves(
        words.flatMap((number) => wordPhrases(table, number, WIDER_WEIGHT)),
        tools,
      ),
    cast: new Cast(draw, random),
    worthOf: (piece) => LINE_SHARE * worth(piece),
    noise,
    random,
    temperature,
  });
}
