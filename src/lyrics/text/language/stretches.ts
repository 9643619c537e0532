import { APOSTROPHE, charClass, LETTER } from '../char-class.ts';
import { LANGUAGES } from './languages.ts';
import { type WordEvidence, weighWord } from './weigh-word.ts';

/** A clause in one script, with the evidence of its words by the index of the language. */
export interface Stretch {
  line: number;
  letters: number;
  /** Different words that are no cries. */
  words: number;
  evidence: Float64Array;
}

/** A clause ends at a sign only after so many words. */
const MIN_CLAUSE = 3;
/** Evidence of more is not read: it would change nothing. */
const MAX_WORDS = 1500;
const PARTING = new Set(',;:!?…—–()[]{}"“”«»/|。，、！？.');

/** Lines in clauses, with what their words tell of the language; cries and vocables tell nothing. */
export function readStretches(lines: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let words = 0;
  for (const [number, line] of lines.entries()) {
    if (words > MAX_WORDS) break;
    for (const clause of clausesOf(line.toLowerCase())) {
      const stretch = weighClause(number, clause);
      words += stretch.words;
      if (stretch.words > 0) stretches.push(stretch);
    }
  }
  return stretches;
}

function clausesOf(line: string): WordEvidence[][] {
  const clauses: WordEvidence[][] = [[]];
  let parted = false;
  for (let at = 0; at < line.length; ) {
    const end = endOfWord(line, at);
    if (end === at) {
      parted ||= PARTING.has(line.charAt(at));
      at += 1;
      continue;
    }
    const word = weighWord(spell(line.slice(at, end)));
    const clause = clauses.at(-1) ?? [];
    const before = clause.at(-1);
    const ends = (parted && clause.length >= MIN_CLAUSE) || before?.latin === !word.latin;
    if (before !== undefined && ends) clauses.push([word]);
    else clause.push(word);
    parted = false;
    at = end;
  }
  return clauses;
}

function endOfWord(line: string, from: number): number {
  let end = from;
  for (; end < line.length; end++) {
    const kind = charClass(line, end);
    if (kind !== LETTER && kind !== APOSTROPHE) break;
  }
  return end;
}

const spell = (word: string): string => (/^[a-z]+$/.test(word) ? word : word.replace(/[‘’ʼ`´]/g, "'"));

function weighClause(line: number, clause: readonly WordEvidence[]): Stretch {
  const evidence = new Float64Array(LANGUAGES.length);
  const stretch = { line, letters: 0, words: 0, evidence };
  clause.forEach((word, at) => {
    if (word.letters === 0) return;
    stretch.letters += word.letters;
    if (clause.indexOf(word) < at) return;
    stretch.words += 1;
    const { languages, weights } = word;
    for (let i = 0; i < languages.length; i++) {
      const index = languages[i] ?? 0;
      evidence[index] = (evidence[index] ?? 0) + (weights[i] ?? 0);
    }
  });
  return stretch;
}
