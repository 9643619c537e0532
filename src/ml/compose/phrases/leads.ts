import type { VerbForm } from './verb-forms.ts';

export type Tense = 'past' | 'present';

/** What may follow the words before it: a verb in a form, what somebody is, or what somebody has. */
export type LeadForm = VerbForm | 'being' | 'having';

/** Who acts: a pronoun, or words of the stock. */
export interface Doer {
  readonly words: readonly string[];
  readonly person: 'i' | 'you' | 'one' | 'many';
  /** "my" for I: what stands for "~" in what follows. */
  readonly own: string;
}

/** The words before what somebody does: "I never", "they had to". */
export interface Lead {
  readonly words: readonly string[];
  readonly form: LeadForm;
  readonly doer: Doer;
}

const pronoun = (word: string, person: Doer['person'], own: string): Doer => ({ words: [word], person, own });

export const PRONOUNS: readonly Doer[] = [
  pronoun('I', 'i', 'my'),
  pronoun('we', 'many', 'our'),
  pronoun('they', 'many', 'their'),
  pronoun('you', 'you', 'your'),
  pronoun('he', 'one', 'his'),
  pronoun('she', 'one', 'her'),
];

const WOMEN =
  /^(?:mother|mama|sister|grandma|daughter|auntie|aunt|girl|woman|lady|wife|queen|nurse|waitress|widow|bride|baby)$/;
const ANYBODY = /body$/;

/** A doer that is named by words. */
export function namedDoer(words: readonly string[], isPlural: boolean): Doer {
  if (isPlural) return { words, person: 'many', own: 'their' };
  const last = words.at(-1) ?? '';
  if (ANYBODY.test(last)) return { words, person: 'one', own: 'their' };
  return { words, person: 'one', own: words.some((word) => WOMEN.test(word)) ? 'her' : 'his' };
}

type Way = readonly [words: string, form: LeadForm];

/** Ways to say that somebody did something, with the form of the verb that follows. */
const PAST: readonly Way[] = [
  ...Array.from({ length: 8 }, (): Way => ['', 'past']),
  ['never', 'past'], ['always', 'past'], ['just', 'past'], ['had to', 'base'], ['had to', 'base'],
  ['used to', 'base'], ['used to', 'base'], ['tried to', 'base'], ['learned to', 'base'], ["couldn't", 'base'], ["didn't", 'base'],
]; // biome-ignore format: a table

const BE: Readonly<Record<Doer['person'], readonly [present: string, past: string]>> = {
  i: ['am', 'was'],
  you: ['are', 'were'],
  one: ['is', 'was'],
  many: ['are', 'were'],
};
const SHORT: Readonly<Record<string, string>> = { am: "'m", are: "'re", is: "'s" };

function presentWays(person: Doer['person']): Way[] {
  const isOne = person === 'one';
  const form: LeadForm = isOne ? 'third' : 'base';
  return [
    ...Array.from({ length: 8 }, (): Way => ['', form]),
    ['never', form], ['never', form], ['still', form], ["can't", 'base'], ["won't", 'base'],
    [isOne ? "doesn't" : "don't", 'base'], [isOne ? 'has to' : 'gotta', 'base'], [isOne ? 'has to' : 'gotta', 'base'],
    [isOne ? 'wants to' : 'want to', 'base'], [isOne ? 'tries to' : 'try to', 'base'],
    [isOne ? "'s been" : person === 'i' ? 'been' : "'ve been", 'ing'],
  ]; // biome-ignore format: a table
}

/** With "is" joined to the word before where it is said so: "I'm", "my brother's". */
function withBe({ words, person }: Doer, tense: Tense): string[] {
  const [present, past] = BE[person];
  if (tense === 'past') return [...words, past];
  const last = words.at(-1) ?? '';
  // "My people're" and "the boss's" are not said.
  if (words.length > 1 && (person === 'many' || /s$/.test(last))) return [...words, present];
  return [...words.slice(0, -1), `${last}${SHORT[present] ?? ''}`];
}

const joined = (words: readonly string[], way: string): string[] => {
  const [first = '', ...rest] = way.split(' ');
  if (way === '') return [...words];
  return first.startsWith("'")
    ? [...words.slice(0, -1), `${words.at(-1)}${first}`, ...rest]
    : [...words, first, ...rest];
};

function actions(doer: Doer, tense: Tense): Lead[] {
  const ways = tense === 'past' ? PAST : presentWays(doer.person);
  const isLong = doer.words.length > 1;
  const simple = ways
    .filter(([words]) => !(isLong && words.startsWith("'")))
    .map(([words, form]) => ({ words: joined(doer.words, words), form, doer }));
  return [...simple, { words: withBe(doer, tense), form: 'ing', doer }];
}

function states(doer: Doer, tense: Tense): Lead[] {
  const be = withBe(doer, tense);
  const got =
    doer.person === 'one'
      ? joined(doer.words, doer.words.length > 1 ? 'has got' : "'s got")
      : joined(doer.words, 'got');
  const has = tense === 'past' ? joined(doer.words, 'had') : got;
  return [
    { words: be, form: 'being', doer },
    { words: be, form: 'being', doer },
    { words: [...be, 'still'], form: 'being', doer },
    { words: has, form: 'having', doer },
    {
      words: [...doer.words, 'still', tense === 'past' ? 'had' : doer.person === 'one' ? 'has' : 'got'],
      form: 'having',
      doer,
    },
  ];
}

/** Every way in which a doer can begin a clause. */
export const leadsOf = (doer: Doer, tense: Tense): Lead[] => [
  ...actions(doer, tense),
  ...states(doer, tense),
];
