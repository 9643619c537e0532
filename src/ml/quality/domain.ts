import type { AlgorithmicAnalysis } from '../../lyrics/contract.ts';
import { NO_QUALITY_REASONS } from '../../lyrics/contract.ts';
import { rhymedEnds } from '../../lyrics/scores/measures.ts';

/** Why a text is not scored: the model has learned from nothing like it. */
export const NOT_SCORED_REASONS = [...NO_QUALITY_REASONS, 'code', 'unrhymed'] as const;
export type NotScoredReason = (typeof NOT_SCORED_REASONS)[number];

export const NOT_SCORED_SENTENCES: Record<NotScoredReason, string> = {
  language:
    'The text is not in English, or for a large part not. The model has learned from songs in English only.',
  unknown_words: 'Most of its words are in no dictionary, so that nothing can be said of what it tells.',
  no_sentences: 'It has no sentences: it is a list, cries, or names.',
  refrain: 'It is only a refrain. The model has learned from verses.',
  short: 'It is too short to tell: a verse has at least four lines and twenty words.',
  prose: 'It is prose, not verse in lines. The model has learned from songs.',
  code: 'It is code or markup and not a verse.',
  unrhymed:
    'Hardly any of its lines rhyme. The songs that the model has learned from do, so that a list, a letter or free verse cannot be compared with them.',
};

/** Marks that no line of a song has. */
const CODE = [
  /[{}],?$|^[{}]/,
  /\(\)|\);$|\) ?\{$|\):$/,
  /=>|==|!=|&&|\|\||::|\\n|<\/?[a-z][a-z0-9]{0,20}[\s>]/i,
  /^(?:#!|\/\/|import\s+\w+|from\s+\w+\s+import\s|export\s|return\s*[\w({]*;|const\s+\w+\s*=|let\s+\w+\s*=|def\s+\w+\()/,
  /^"[^"]+" ?:/,
];
const MIN_CODE = 0.3;

/** Chance makes some ends of many unrhymed lines rhyme, of few hardly any. Of 800 real songs 1.5 % have fewer, most of them spoken. */
const MIN_RHYMED = 0.2;
const MIN_RHYMED_OF_FEW = 0.34;
const FEW_LINES = 16;
/** Of a text whose rows are sentences that end with a full stop, more must rhyme. */
const MIN_RHYMED_SENTENCES = 0.6;
const SENTENCE = /[.:;]["”')]?$/;
const MOST = 0.7;

/** Why the text is not what the model has learned from; null for a verse in English. */
export function whyNotScored(text: string, analysis: AlgorithmicAnalysis): NotScoredReason | null {
  const rows = text
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '');
  const share = (is: (row: string) => boolean): number => rows.filter(is).length / Math.max(1, rows.length);
  if (share((row) => CODE.some((mark) => mark.test(row))) >= MIN_CODE) return 'code';
  if (analysis.quality_reason != null) return analysis.quality_reason;
  const rhymed = rhymedEnds(analysis.rhyme) ?? 0;
  if (rhymed < (analysis.flow.lines.length < FEW_LINES ? MIN_RHYMED_OF_FEW : MIN_RHYMED)) return 'unrhymed';
  const areSentences = share((row) => SENTENCE.test(row)) >= MOST;
  return areSentences && rhymed < MIN_RHYMED_SENTENCES ? 'prose' : null;
}
