import type { Explicit } from '../contract.ts';
import type { Song } from '../text/song.ts';
import { type ExplicitHit, findExplicit } from './find-explicit.ts';
import { weakenUnsupported } from './weaken-unsupported.ts';

/** Hits that are listed; the counts are of all. */
const MAX_LISTED = 200;

/**
 * Rates what a text says and how. `explicit`, as labels mark recordings (strong language, or depictions of violence, sex
 * or substance abuse: RIAA) and as films are kept from children under fifteen (BBFC: strong language; threats, wounding
 * and killing told in detail; sexual acts; taking and trading of drugs): one strong word, also in disguise or behind
 * asterisks, one slur, or one such scene; in a song a scene that is told plainly, or two. `mild` (BBFC up to 12): mild oaths, allusions, nakedness, arms and drugs that are only
 * named. `clean`: neither. Whoever uses words in another sense, names and idioms, is clean. The rules are
 * English: a text in another language without an unmistakable word is `unknown`, never clean.
 */
export function rateExplicit(song: Song, language: string | null): Explicit {
  const english = language === null || language === 'en';
  const hits = weakenUnsupported(song, findExplicit(song, english));
  const counts = countHits(hits);
  const strong = counts.strong + counts.censored;
  const isStrong = hits.some(({ severity }) => severity === 'strong');
  return {
    rating: isStrong ? 'explicit' : !english ? 'unknown' : hits.length > 0 ? 'mild' : 'clean',
    counts,
    per_100_words: song.words.length === 0 ? null : (strong / song.words.length) * 100,
    hits: hits.slice(0, MAX_LISTED).map(({ found, plain, ...hit }) => hit),
  };
}

function countHits(hits: readonly ExplicitHit[]): Explicit['counts'] {
  const counts = { strong: 0, mild: 0, censored: 0, sexual: 0, violence: 0, drugs: 0 };
  for (const hit of hits) {
    if (hit.found === 'phrase') {
      if (hit.class === 'sexual' || hit.class === 'violence' || hit.class === 'drugs') counts[hit.class] += 1;
    } else if (hit.severity === 'mild') counts.mild += 1;
    else counts[hit.found === 'word' ? 'strong' : 'censored'] += 1;
  }
  return counts;
}
