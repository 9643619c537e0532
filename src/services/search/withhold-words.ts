import type { Analysis } from '../../lyrics/contract.ts';

const WITHHELD = '';

/**
 * The analysis without the words that its rhymes quote: with their places they would give most of a text away.
 * Places, counts and scores stay.
 */
export function withholdWords(analysis: Analysis): Analysis {
  const { rhyme } = analysis;
  const bare = <T extends { text: string }>(span: T): T => ({ ...span, text: WITHHELD });
  return {
    ...analysis,
    rhyme: {
      ...rhyme,
      groups: rhyme.groups.map((group) => ({
        ...group,
        members: group.members.map((member) => ({ ...member, word: WITHHELD })),
      })),
      multis: rhyme.multis.map((multi) => ({
        ...multi,
        first: bare(multi.first),
        second: bare(multi.second),
      })),
      longest:
        rhyme.longest === null
          ? null
          : { ...rhyme.longest, first: bare(rhyme.longest.first), second: bare(rhyme.longest.second) },
    },
  };
}
