import { cuss } from 'cuss';
import { trimOf } from '../../lib/trim-text.ts';
import type { Explicit } from '../contract.ts';
import type { NumberedNorms } from '../text/song.ts';
import { memoizeByWord } from '../text/word-memo.ts';
import type { ThemeHit } from '../themes/read-themes.ts';
import { HEARD_AS, MILD_LIKELY } from './explicit-words.ts';

type Strength = 'strong' | 'mild' | 'censored' | 'none';

// sh*t, f**k, ni**az, b***: letters mixed with stars.
const CENSORED = /^\p{L}+\*+\p{L}*$/u;
const CERTAIN = 2;
const LIKELY = 1;
const MAX_CLEAN_SEXUAL = 3;

/**
 * Counts profane words by the word list `cuss` (with the corrections of `explicit-words.ts` for rap) and the hits of
 * the themes sex, violence and drugs. Explicit: a strong or censored word; mild: only mild words or four sexual terms;
 * otherwise clean. The list is English: for a text in another language without any hit the rating is unknown.
 */
export function rateExplicit(
  { norms, normIds }: NumberedNorms,
  hits: readonly ThemeHit[],
  language: string | null,
): Explicit {
  const counts = { strong: 0, mild: 0, censored: 0, sexual: 0, violence: 0, drugs: 0 };
  const strengths = norms.map(strengthOf);
  for (const id of normIds) {
    const strength = strengths[id] ?? 'none';
    if (strength !== 'none') counts[strength] += 1;
  }
  for (const { category, weight } of hits) {
    if (weight < 2) continue;
    if (category === 'sex') counts.sexual += 1;
    else if (category === 'violence') counts.violence += 1;
    else if (category === 'drug_trade' || category === 'substance_use') counts.drugs += 1;
  }
  const strong = counts.strong + counts.censored;
  const mild = counts.mild > 0 || counts.sexual > MAX_CLEAN_SEXUAL;
  const harmless = language === null || language === 'en' ? 'clean' : 'unknown';
  return {
    rating: strong > 0 ? 'explicit' : mild && harmless === 'clean' ? 'mild' : harmless,
    counts,
    per_100_words: normIds.length === 0 ? null : (strong / normIds.length) * 100,
  };
}

const strengthOf = memoizeByWord((norm: string): Strength => {
  if (CENSORED.test(norm)) return 'censored';
  for (const form of spellings(norm)) {
    const heard = HEARD_AS.get(form);
    if (heard !== undefined) return heard === 'harmless' ? 'none' : heard;
    const sureness = Object.hasOwn(cuss, form) ? cuss[form] : undefined;
    if (sureness === CERTAIN) return 'strong';
    if (sureness === LIKELY && MILD_LIKELY.has(form)) return 'mild';
  }
  return 'none';
});

// The word without its possessive or its clipped ending, and its singular. Verb stems would turn "prices" and "muffin"
// into other words.
function spellings(norm: string): string[] {
  const bare = trimOf(norm, "'").replace(/'s$/, '');
  const forms = [norm, bare];
  if (norm.endsWith("in'")) forms.push(`${bare}g`);
  if (/[^s]s$/.test(bare) && bare.length > 3) forms.push(bare.slice(0, -1));
  return forms;
}
