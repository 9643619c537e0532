import type { AlgorithmicAnalysis } from '../../lyrics/contract.ts';
import type { FlowReport } from '../../lyrics/flow/contract.ts';
import type { RhymeReport } from '../../lyrics/rhyme/contract.ts';
import type { RhymeAnswer, RhymeOptions } from '../../lyrics/rhyme/finder/contract.ts';
import type { SyllableMap } from '../../lyrics/rhyme/syllable-map.ts';
import type { Section } from '../../lyrics/text/sections.ts';
import type { RowSpan } from '../../lyrics/text/sung-rows.ts';

/** What the engine hears in a text. Lines are 0-based rows of the text; offsets are UTF-16 units in it, end exclusive. */
export interface Reading {
  text: string;
  sections: readonly Section[];
  /** Ad-libs and backing voices. */
  asides: readonly RowSpan[];
  /** Groups with their words, multisyllabic rhymes, scheme letters of each section. */
  rhyme: RhymeReport;
  /** Syllables, stresses and stress pattern of each sung line. */
  flow: FlowReport;
  /** Every syllable at its place, with the group that it sounds in. */
  map: SyllableMap;
}

/** How a rhyming word stands in its verse. */
export const MARK_KINDS = ['end', 'inside', 'multi'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** What `syllables` holds for a line that is not sung, and `letters` for one that rhymes with none. */
export const UNKNOWN_SYLLABLES = -1;
export const NO_LETTER = '-';

/**
 * What a pad shows of a text while it is typed. In columns, because they pass from thread to thread in a tenth of the
 * time that as many objects take. Offsets are UTF-16 units of the text as it was sent, end exclusive.
 */
export interface VerseMarks {
  /** A rhyming word each, in the order of the text: its place, its group, its kind (in MARK_KINDS), 1 for an aside. */
  start: Int32Array;
  end: Int32Array;
  group: Int32Array;
  kind: Uint8Array;
  isAside: Uint8Array;
  /** A line of the text each, ended by line feeds: its syllables, and its letter in the scheme (one UTF-16 unit). */
  syllables: Int16Array;
  letters: string;
  facts: VerseFacts;
}

/** What is said of a verse as a whole. */
export interface VerseFacts {
  syllables: number;
  /** The letters of each section. */
  schemes: readonly string[];
  /** Only its first part was heard. */
  isPartial: boolean;
  /** Lines in a language whose sounds are not known. */
  unheardLines: number;
}

/** What can be asked of the engine, and what it answers. */
export interface Tasks {
  read: { question: { text: string; sureness: number }; answer: Reading };
  mark: { question: { text: string }; answer: VerseMarks };
  rhymes: { question: { word: string; options: RhymeOptions }; answer: RhymeAnswer };
  analyse: { question: { text: string }; answer: AlgorithmicAnalysis };
}

export type TaskName = keyof Tasks;

export type Question = { [Name in TaskName]: { id: number; task: Name } & Tasks[Name]['question'] }[TaskName];

/** Why there is no answer: the word list or a part of the engine did not come, or the engine failed on this text. */
export type Refusal = 'lexicon' | 'unloaded' | 'broken';

export type Reply =
  /** The word list is open; questions are answered from now on. */
  | { kind: 'ready' }
  | { kind: 'answer'; id: number; answer: Tasks[TaskName]['answer'] }
  | { kind: 'refusal'; id: number; reason: Refusal };
