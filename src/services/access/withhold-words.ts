import type { Analysis, Entity } from '../../lyrics/contract.ts';
import { isGazetteerName } from '../../lyrics/entities/gazetteer.ts';
import type { RhymeReport } from '../../lyrics/rhyme/contract.ts';
import { quotationsOf } from '../../lyrics/text/quotes-text.ts';
import { plainSections } from './plain-sections.ts';

/** Placeholder for words that are not shown. */
export const WITHHELD = '';

/** What the words of an analysis are checked against: the text and the names that may be shown. */
export interface SongFacts {
  lyrics: string;
  /** Names known from outside the text: the artist, guests. */
  credited: readonly string[];
}

const bare = <T extends { text: string }>(span: T): T => ({ ...span, text: WITHHELD });

/** A rhyme report without its words: together with their positions, the words would reveal most of the text. */
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

/** A name from a public list is a fact about the song; any other name counts as words of the text. */
const withholdNames = (entities: readonly Entity[]): Entity[] =>
  entities.map((entity) => (isGazetteerName(entity.name) ? entity : { ...entity, name: WITHHELD }));

/**
 * The analysis without words of the text: removes rhyme words, names that are not on a list, headers, and model prose
 * that repeats a line. Positions, counts and scores stay.
 */
export function withholdWords(analysis: Analysis, { lyrics, credited }: SongFacts): Analysis {
  const isQuotation = quotationsOf(lyrics);
  const unquoted = (phrase: string | null) => (phrase === null || isQuotation(phrase) ? null : phrase);
  const { style, entities, questions } = analysis;
  return {
    ...analysis,
    summary: unquoted(analysis.summary),
    ...(questions === undefined ? {} : { questions: questions.filter((one) => !isQuotation(one)) }),
    confidence_reasons: analysis.confidence_reasons.filter((reason) => !isQuotation(reason)),
    style: {
      ...style,
      subgenre: unquoted(style.subgenre),
      voice: unquoted(style.voice),
      storytelling: unquoted(style.storytelling),
      tone: unquoted(style.tone),
    },
    entities: {
      ...entities,
      people: withholdNames(entities.people),
      places: withholdNames(entities.places),
      brands: withholdNames(entities.brands),
    },
    rhyme: withholdRhymeWords(analysis.rhyme),
    sections: plainSections(analysis.sections, credited),
  };
}
