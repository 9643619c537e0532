import type { Random } from '../random.ts';
import { type Doer, type Lead, leadsOf, namedDoer, PRONOUNS, type Tense } from './leads.ts';
import type { PieceDraw } from './piece-shelves.ts';
import { shelfOf } from './piece-shelves.ts';

/** How often each of PRONOUNS tells a verse, and how many others act in it. */
const NARRATORS = [0.6, 0.78, 0.84, 0.9, 0.95, 1];
const OTHERS = 3;
const PRESENT = 0.6;
/** Clauses in which the narrator acts. */
const OWN_SHARE = 0.62;

type Leads = Readonly<Record<'do' | 'being' | 'having', readonly Lead[]>>;

function groupLeads(doers: readonly Doer[], tense: Tense): Leads {
  const leads = doers.flatMap((doer) => leadsOf(doer, tense));
  const of = (unit: 'being' | 'having'): Lead[] => leads.filter(({ form }) => form === unit);
  return {
    do: leads.filter(({ form }) => form !== 'being' && form !== 'having'),
    being: of('being'),
    having: of('having'),
  };
}

/** Who acts in a verse, and when: one tense, one narrator, and a few others. */
export class Cast {
  readonly tense: Tense;
  readonly narrator: Doer;
  readonly #own: Leads;
  readonly #others: Leads;
  readonly #pronouns: Leads;

  constructor(draw: PieceDraw, random: Random) {
    this.tense = random() < PRESENT ? 'present' : 'past';
    const chance = random();
    const [first] = PRONOUNS;
    const narrator = PRONOUNS[NARRATORS.findIndex((share) => chance < share)] ?? first;
    if (!narrator) throw new RangeError('a verse needs somebody to tell it');
    this.narrator = narrator;
    const named = Array.from({ length: OTHERS }, () => draw.draw(shelfOf('who', 'plain'))).filter(
      (piece) => piece !== undefined,
    );
    const others = [...new Set(named)].map(({ words, phrase }) => namedDoer(words, phrase.isPlural));
    const they = PRONOUNS.find(({ words }) => words[0] === 'they') ?? narrator;
    this.#own = groupLeads([narrator], this.tense);
    this.#others = groupLeads([...others, they], this.tense);
    this.#pronouns = groupLeads([narrator, narrator, they], this.tense);
  }

  /** The words that begin a clause; after another clause they are short. */
  lead(unit: 'do' | 'being' | 'having', isSecond: boolean, random: Random): Lead {
    const all = isSecond ? this.#pronouns : random() < OWN_SHARE ? this.#own : this.#others;
    const fitting = all[unit];
    const lead = fitting[Math.floor(random() * fitting.length)];
    if (!lead) throw new RangeError(`no way to begin a clause of ${unit}`);
    return lead;
  }
}
