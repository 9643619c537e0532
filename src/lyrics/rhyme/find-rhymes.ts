import type { HeardRhymes } from './groups.ts';
import type { Hearing } from './hear.ts';
import { findRepeats } from './repeats.ts';
import { rhymingPairs } from './rhyming-pairs.ts';
import { findEndRhymes } from './schemes.ts';
import type { Verse } from './verse.ts';

/** Everything that rhymes in a verse by what the models hear. */
export function findRhymes(verse: Verse, hearing: Hearing): HeardRhymes {
  const repeats = findRepeats(verse);
  const ends = findEndRhymes(verse, hearing, repeats);
  return { pairs: rhymingPairs(verse, hearing, ends), ends, repeats };
}
