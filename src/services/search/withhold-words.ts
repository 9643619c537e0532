import type { Analysis } from '../../lyrics/contract.ts';
import type { RhymeReport } from '../../lyrics/rhyme/contract.ts';

const WITHHELD = '';

const bare = <T extends { text: string }>(span: T): T => ({ ...span, text: WITHHELD });

/** A rhyme report without its words: with their places they would give most of a text away. */
export function withholdRhymeWords(rhyme: RhymeReport): RhymeReport {
  const { longest } = rhyme;
  return {
    ...rhyme,
    groups: rhyme.groups.map((group) => ({
      ...group,
      members: group.members.map((member) => ({ ...member, word: WITHHELD })),
    })),
    multis: rhyme.multis.map((multi) => ({ ...multi, first: bare(multi.first), second: bare(multi.second) })),
    longest:
      longest === null ? null : { ...longest, first: bare(longest.first), second: bare(longest.second) },
  };
}

/** The analysis without the words that it quotes: those of its rhymes and its summary's line. Places, counts and scores stay. */
export function withholdWords(analysis: Analysis): Analysis {
  return { ...analysis, summary: null, rhyme: withholdRhymeWords(analysis.rhyme) };
}
