import type { TrendWords } from '../../api/types.ts';

const MOST_WORDS = 12;

/** A term as a search by words asks for it: phrases in quotation marks, alternatives with `or`, the words that a beginning stands for. */
export function searchFor({ term, matched_words: matched }: TrendWords['terms'][number]): string {
  return term
    .split('|')
    .flatMap((one) => {
      const word = one.trim();
      if (word.endsWith('*')) return matched.map((match) => match.word);
      return [/\s/.test(word) ? `"${word}"` : word];
    })
    .slice(0, MOST_WORDS)
    .join(' or ');
}
