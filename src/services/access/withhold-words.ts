import type { Analysis, Entity } from '../../lyrics/contract.ts';
import { isGazetteerName } from '../../lyrics/entities/gazetteer.ts';
import type { RhymeReport } from '../../lyrics/rhyme/contract.ts';
import { quotationsOf } from '../../lyrics/text/quotes-text.ts';
import { plainSections } from './plain-sections.ts';

/** What stands in the place of words that are not shown. */
export const WITHHELD = '';

/** What of a song's words an analysis may be measured by and may name. */
export interface SongFacts {
  lyrics: string;
  /** Names that are known without the text: the artist, guests. */
  credited: readonly string[];
}

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

/** A name of a public list is a fact about the song; another one is words of it. */
const withholdNames = (entities: readonly Entity[]): Entity[] =>
  entities.map((entity) => (isGazetteerName(entity.name) ? entity : { ...entity, name: WITHHELD }));

/**
 * The analysis without words of the text: those of rhymes, names that are on no list, headers, and whatever a model wrote
 * that repeats a line. Places, counts and scores stay.
 */
export function withholdWords(analysis: Analysis, { lyrics, credited }: SongFacts): Analysis {
  const isQuotation = quotationsOf(lyrics);
  const unquoted = (phrase: string | null) => (phrase === null || isQuotation(phrase) ? null : phrase);
  const { style, entities } = analysis;
  return {
    ...analysis,
    summary: unquoted(analysis.summary),
    confidence_reasons: analysis.confidence_reasons.filter((reason) => !isQuotation(reason)),
    style: {
      ...style,
      subgenre: unquoted(style.subgenre),
      voice: unquoted(style.voice),
      storytelling: unquoted(style.storytelling),
      tone: unquoted(style.tone),
    },
    entities: {
      people: withholdNames(entities.people),
      places: withholdNames(entities.places),
      brands: withholdNames(entities.brands),
    },
    rhyme: withholdRhymeWords(analysis.rhyme),
    sections: plainSections(analysis.sections, credited),
  };
}
