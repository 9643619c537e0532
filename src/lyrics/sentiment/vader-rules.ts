/** Valence points added by an intensifier, subtracted by a softener, and added by capitals (Hutto & Gilbert 2014). */
export const BOOST = 0.293;
export const CAPITALS = 0.733;
/** The valence of a negated word changes its sign and loses a quarter. */
export const NEGATION = -0.74;
export const NEVER_SO = 1.25;

const INTENSIFIERS =
  'absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous enormously entirely ' +
  'especially exceptional exceptionally extreme extremely fabulously flipping flippin frackin fracking fricking frickin ' +
  'frigging friggin fully fuckin fucking fuggin fugging greatly hella highly hugely incredible incredibly intensely major ' +
  'majorly more most particularly purely quite really remarkably so substantially thoroughly total totally tremendous ' +
  'tremendously uber unbelievably unusually utter utterly very';
const SOFTENERS =
  'almost barely hardly just_enough kind_of kinda kindof kind-of less little marginal marginally occasional occasionally ' +
  'partly scarce scarcely slight slightly somewhat sort_of sorta sortof sort-of';

/** Valence added by words before a scored word; phrases are joined by a space. */
export const BOOSTERS: ReadonlyMap<string, number> = new Map([
  ...INTENSIFIERS.split(' ').map((word) => [word, BOOST] as const),
  ...SOFTENERS.split(' ').map((word) => [word.replace('_', ' '), -BOOST] as const),
]);

const NEGATED =
  'are ca could dare did does do had has have is might must need ought sha should was were wo would ai';

/** Words that negate what follows; any other word with "n't" in it does so too. */
export const NEGATIONS: ReadonlySet<string> = new Set([
  ...'cannot neither never none nope nor not nothing nowhere uhuh uh-uh without rarely seldom despite'.split(
    ' ',
  ),
  ...NEGATED.split(' ').flatMap((stem) => [`${stem}nt`, `${stem}n't`]),
]);

/** Phrases whose feeling is not the sum of their words. */
export const IDIOMS: ReadonlyMap<string, number> = new Map([
  ['the shit', 3],
  ['the bomb', 3],
  ['bad ass', 1.5],
  ['badass', 1.5],
  ['bus stop', 0],
  ['yeah right', -2],
  ['kiss of death', -1.5],
  ['to die for', 3],
  ['beating heart', 3.1],
  ['broken heart', -2.9],
]);

const PHRASES = [...IDIOMS.keys(), ...[...BOOSTERS.keys()].filter((key) => key.includes(' '))];

/** The last word of every idiom and phrase: without one of them nearby no look-up is needed. */
export const CUES: ReadonlySet<string> = new Set(PHRASES.map((phrase) => phrase.split(' ').at(-1) ?? phrase));
