import type { PronunciationSource } from '../pronunciation-source.ts';

/** What a character may stand for inside a word, by its look or by its name. */
const STANDS_FOR: Readonly<Record<string, readonly string[]>> = {
  '0': ['o'], '1': ['i', 'l', 'one'], '2': ['to', 'too', 'tu'], '3': ['e'], '4': ['a', 'for', 'fore'],
  '5': ['s'], '6': ['b', 'g', 'six'], '7': ['t', 'v'], '8': ['ate', 'at', 'ait', 'eat', 'b'], '9': ['g', 'nine'],
  $: ['s'], '@': ['a'], '!': ['i'], '+': ['t'], '¡': ['i'], '€': ['e'], '£': ['l'],
}; // biome-ignore format: a table
const MAX_CANDIDATES = 96;
/** Where the generic reading finds another word. */
const WHOLE: Readonly<Record<string, string>> = {
  b4: 'before', m8: 'mate', f8: 'fate', ne1: 'anyone', no1: 'noone', l8ers: 'laters', '4u': 'for you', '2u': 'to you',
  '4real': 'for real', '6ix': 'six', '6ix9ine': 'six nine', '9ine': 'nine',
}; // biome-ignore format: a table
const MASK = /[*#_-]/;
const SIGNS = /[^a-z']/;

/** Words that people mask, so that "f**k", "p*ssy" and "n****" are heard. */
const MASKED =
  'fuck fucked fucker fuckers fucking fuckin fucks shit shits shitty bitch bitches pussy pussies dick dicks ass asses asshole assholes nigga niggas niggaz nigger niggers cunt hoe hoes whore whores cock cocks damn hell bastard slut sluts tits titties motherfucker motherfuckers motherfucking motherfuckin muthafucka bullshit goddamn faggot fag sex sexy rape kill killed murder gun guns drugs cocaine weed crack porn cum nazi'.split(
    ' ',
  );

function expand(word: string): string[] {
  let found = [''];
  for (const char of word) {
    const options = STANDS_FOR[char] ?? [char];
    found = found.flatMap((start) => options.map((option) => start + option)).slice(0, MAX_CANDIDATES);
  }
  return found;
}

function unmask(word: string): string | undefined {
  const fits = (candidate: string): boolean =>
    candidate.length === word.length &&
    [...word].every((char, index) => MASK.test(char) || char === candidate.charAt(index));
  const exact = MASKED.find(fits);
  if (exact !== undefined) return exact;
  const [start = '', ...rest] = word.split(/[*#_-]+/);
  const end = rest.at(-1) ?? '';
  return MASKED.find(
    (candidate) =>
      start + end !== '' &&
      candidate.length >= start.length + end.length &&
      candidate.startsWith(start) &&
      candidate.endsWith(end),
  );
}

/**
 * The plain word behind digits and signs that stand for letters ("gr8", "sh!t", "a$$") or for masked ones ("f**k"), the
 * most frequent one if there are several; undefined if the dictionary knows none.
 */
export function plainWord(source: PronunciationSource, word: string): string | undefined {
  if (!SIGNS.test(word)) return undefined;
  const whole = WHOLE[word];
  if (whole !== undefined) return whole;
  if (MASK.test(word)) return unmask(word);
  let best: { spelling: string; frequency: number } | undefined;
  for (const spelling of expand(word)) {
    const frequency = source.find(spelling)?.frequency ?? -1;
    if (frequency > (best?.frequency ?? -1)) best = { spelling, frequency };
  }
  return best?.spelling;
}
