import { NEGATIONS } from '../sentiment/vader-rules.ts';

const SPOKEN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "'em": 'them',
    em: 'them',
    ya: 'you',
    u: 'you',
    ur: 'your',
    yo: 'your',
    da: 'the',
    tha: 'the',
    dat: 'that',
    dis: 'this',
    wit: 'with',
    "wit'": 'with',
    til: 'till',
    "'til": 'till',
    luv: 'love',
    momma: 'mama',
    mamma: 'mama',
    mommy: 'mama',
    favourite: 'favorite',
    "gon'": 'gonna',
    gon: 'gonna',
    im: "i'm",
    ive: "i've",
    dont: "don't",
    cant: "can't",
    wont: "won't",
    aint: "ain't",
    didnt: "didn't",
    isnt: "isn't",
    wasnt: "wasn't",
    couldnt: "couldn't",
    wouldnt: "wouldn't",
    shouldve: "should've",
    shoulda: "should've",
    youre: "you're",
    thats: "that's",
    hes: "he's",
    shes: "she's",
  }),
);

const MORE_NEGATIONS = new Set(['no', 'nobody', "nobody's", 'without', 'hardly', 'barely']);

/** The spelling under which the lexicon holds a word: dropped letters and spoken forms are restored. */
export function plainForm(norm: string): string {
  const spoken = SPOKEN.get(norm);
  if (spoken !== undefined) return spoken;
  return norm.length > 4 && norm.endsWith("in'") ? `${norm.slice(0, -1)}g` : norm;
}

/** Whether a word negates what follows; expects a plain form. */
export const isNegation = (word: string): boolean =>
  NEGATIONS.has(word) || MORE_NEGATIONS.has(word) || word.includes("n't");
