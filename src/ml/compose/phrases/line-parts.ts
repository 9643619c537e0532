import { drawByWeight, type Random } from '../random.ts';
import type { Cast } from './cast.ts';
import type { Doer, LeadForm } from './leads.ts';
import type { Unit } from './line-plan.ts';
import type { PhraseKind } from './phrase.ts';
import type { Piece, PieceForm } from './piece.ts';
import { shelfOf } from './piece-shelves.ts';

/** A part of a line: words that lead on, then a piece that is still to be drawn. */
export interface Part {
  readonly unit: Unit;
  /** Said before the piece. */
  readonly lead: readonly string[];
  /** The shelf of its piece; null for words without one. */
  readonly shelf: string | null;
  readonly doer: Doer;
}

const JOINS: readonly (readonly [word: string, weight: number])[] = [
  ['and', 6], ['but', 2], ['so', 0.7], ['while', 2], ['when', 1.5], ['till', 0.4], ["'cause", 0.7],
]; // biome-ignore format: a table
const WORDS = JOINS.map(([word]) => [word]);
const NO_WORDS: readonly string[] = [];
const AND = ['and'];
const WEIGHTS = JOINS.map(([, weight]) => weight);

const ORDERS: readonly (readonly [words: readonly string[], own: string])[] = [
  [["don't"], 'your'],
  [['never'], 'your'],
  [["let's"], 'our'],
  [['just'], 'your'],
];

const isClause = (unit: Unit): unit is 'do' | 'being' | 'having' =>
  unit === 'do' || unit === 'being' || unit === 'having';

const shelfFor = (unit: 'do' | 'being' | 'having', form: LeadForm): string =>
  form === 'being' || form === 'having' ? shelfOf(form, 'plain') : shelfOf(unit, form);

const plain = (kind: PhraseKind, form: PieceForm = 'plain'): string => shelfOf(kind, form);

/** The parts of a planned line: who acts and in which form, by chance. */
export function partsOf(units: readonly Unit[], cast: Cast, random: Random): Part[] {
  let doer = cast.narrator;
  const isOpened = (at: number): boolean =>
    units.slice(0, at).some((unit) => isClause(unit) || unit === 'thing');
  return units.map((unit, at): Part => {
    if (unit === 'and') return { unit, lead: WORDS[drawByWeight(WEIGHTS, random)] ?? AND, shelf: null, doer };
    if (unit === 'also') return { unit, lead: AND, shelf: plain('having'), doer };
    if (unit === 'thing') {
      doer = cast.narrator;
      return { unit, lead: NO_WORDS, shelf: plain('thing', cast.tense), doer };
    }
    if (unit === 'doing') return { unit, lead: NO_WORDS, shelf: plain('do', 'ing'), doer };
    if (unit === 'order') {
      const [words, own] = ORDERS[Math.floor(random() * ORDERS.length)] ?? [AND, 'your'];
      doer = { words: [], person: 'you', own };
      return { unit, lead: words, shelf: plain('do', 'base'), doer };
    }
    if (!isClause(unit)) return { unit, lead: NO_WORDS, shelf: plain(unit), doer };
    const lead = cast.lead(unit, isOpened(at), random);
    doer = lead.doer;
    return { unit, lead: lead.words, shelf: shelfFor(unit, lead.form), doer };
  });
}

/** A part with its piece. */
export interface FilledPart extends Part {
  readonly piece: Piece | null;
}
