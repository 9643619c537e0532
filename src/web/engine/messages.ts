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

/** What can be asked of the engine, and what it answers. */
export interface Tasks {
  read: { question: { text: string; sureness: number }; answer: Reading };
  rhymes: { question: { word: string; options: RhymeOptions }; answer: RhymeAnswer };
  analyse: { question: { text: string }; answer: AlgorithmicAnalysis };
}

export type TaskName = keyof Tasks;

export type Question = { [Name in TaskName]: { id: number; task: Name } & Tasks[Name]['question'] }[TaskName];

/** Why there is no answer: the word list did not come, or the engine failed on this text. */
export type Refusal = 'lexicon' | 'broken';

export type Reply =
  /** The word list is open; questions are answered from now on. */
  | { kind: 'ready' }
  | { kind: 'answer'; id: number; answer: Tasks[TaskName]['answer'] }
  | { kind: 'refusal'; id: number; reason: Refusal };
