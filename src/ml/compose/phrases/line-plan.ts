import { drawByWeight, type Random } from '../random.ts';

/**
 * Units of a line: `do`, `being` and `having` are clauses with a doer, `thing` is a clause of its own, `doing` is a
 * clause without a doer ("counting the days"), `order` tells somebody to do something, `and` joins two clauses, `also`
 * adds another thing that the doer has; `where`, `when` and `how` say more of what stands before.
 */
export type Unit =
  | 'do' | 'thing' | 'being' | 'having' | 'doing' | 'order' | 'and' | 'also' | 'where' | 'when' | 'how'; // biome-ignore format: one list

interface Plan {
  readonly units: readonly Unit[];
  /** Shares of ordinary lines, by how they read. */
  readonly weight: number;
}

const PLANS: readonly Plan[] =
  `do how 6;do where 6;do when 4;do where when 3;do how when 2;do where how 2;do 2;thing and do 5;do and do 4;do and thing 3;
when do 2;where do 2;being where 1;being when 2;being and do 3;being 1;having where 1;having also 3;having and do 2;having 1;
thing where 2;thing when 2;thing and thing 2;thing 1;doing where 1;doing how 2;doing where when 1;order how 1;order when 1;order 1;
do where and do 2;do how and do 2;thing where and do 2;do and do when 2;thing and do where 2;do where how when 1;
do where and thing where 1;do how and do where 1;where when do how 1;where .1;how .1;when .1`
    .split(/;\s*/)
    .map((row) => {
      const words = row.trim().split(' ');
      return { units: words.slice(0, -1) as Unit[], weight: Number(words.at(-1)) };
    });

/** Syllables of a phrase with what stands before it; lines are planned so that they can have the length ordered. */
const USUAL = 4.2;
const LEAVE = 3.5;

/** A plan for a line of about so many syllables, by chance. */
export class LinePlans {
  readonly #plans: readonly Plan[];
  readonly #weights: readonly number[];

  constructor(syllables: number) {
    this.#plans = PLANS.filter(({ units }) => Math.abs(lengthOf(units) - syllables) <= LEAVE);
    const longest = PLANS.filter(
      ({ units }) => lengthOf(units) === Math.max(...PLANS.map((plan) => lengthOf(plan.units))),
    );
    if (this.#plans.length === 0) this.#plans = longest;
    this.#weights = this.#plans.map(({ weight }) => weight);
  }

  draw(random: Random): readonly Unit[] {
    return this.#plans[drawByWeight(this.#weights, random)]?.units ?? [];
  }
}

const lengthOf = (units: readonly Unit[]): number =>
  units.reduce((sum, unit) => sum + (unit === 'and' ? 1 : unit === 'also' ? USUAL + 1 : USUAL), 0);
