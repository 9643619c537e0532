import { isStopWord } from '../../../lib/stop-words.ts';
import { isSameWord } from '../../../lyrics/rhyme/same-word.ts';
import type { Tense } from './leads.ts';
import type { FilledPart } from './line-parts.ts';
import { OWN } from './phrase.ts';
import { STATES } from './piece.ts';

const FIRST_PERSON = /^I(?:'|$)/;
const PREPOSITION =
  /^(?:in|on|at|by|for|with|without|like|under|behind|down|from|of|to|through|across|past|over|around|after|before|until|since|out|off|as|no|every|all|one|just|so)$/;

/** Whether the parts of a line do not go together: said twice, two places, or words of I without I. */
export function clashes(parts: readonly FilledPart[], tense: Tense): boolean {
  const clause: FilledPart[] = [];
  for (const part of parts) {
    if (part.piece === null) {
      clause.length = 0;
      continue;
    }
    if (!suits(part) || !isInTime(part, tense) || clause.some((before) => repeats(before, part))) return true;
    clause.push(part);
  }
  return hasEchoedWord(parts);
}

/** Words of the first person need I as the doer, and "me" is another than I. */
function suits({ piece, doer, lead, unit }: FilledPart): boolean {
  const isI = doer.person === 'i';
  const isUs = isI || doer.own === 'our';
  const isState = STATES.has(piece?.words[0] ?? '');
  if (isState && (unit === 'order' || /(?:\bto|gotta)$/.test(lead.join(' ')))) return false;
  return (piece?.words ?? []).every((word) => (FIRST_PERSON.test(word) ? isI : word !== 'me' || !isUs));
}

const PAST_TIME =
  /\b(?:last (?!cent|dollar|shift|train|bus)|ago|yesterday|those days|old days|night before|way back|back in the day|back then|that morning|that November|ever since|the other day|was\b|were\b|later)/;
const PRESENT_TIME =
  /\b(?:tomorrow|some day|someday|one day|soon|today|tonight|now|nowadays|these days|by now|since|it's|I'm)\b/;

/** Times of another tense: "last winter I need", "tomorrow I went". */
function isInTime({ piece, unit }: FilledPart, tense: Tense): boolean {
  if (unit !== 'when' && unit !== 'how') return true;
  const text = piece?.words.join(' ') ?? '';
  return !(tense === 'past' ? PRESENT_TIME : PAST_TIME).test(text);
}

/** Two phrases of one clause that tell the same: where, when, or with one preposition. */
function repeats({ piece: before, unit: told }: FilledPart, { piece, unit }: FilledPart): boolean {
  if (!before || !piece) return false;
  // Things have nothing of their own.
  if (told === 'thing' && piece.words.includes(OWN)) return true;
  if (unit === 'where' || unit === 'when') {
    if (before.says.has(unit)) return true;
  }
  const [first = ''] = piece.words;
  return PREPOSITION.test(first) && before.words.includes(first);
}

/** A word that stands in two phrases, or in a phrase and in the words that lead to it: "I never never". */
function hasEchoedWord(parts: readonly FilledPart[]): boolean {
  const groups = parts.flatMap(({ piece, lead }) => [lead, piece?.words ?? []]);
  const said: string[] = [];
  for (const group of groups) {
    const telling = group.filter((word) => word.length >= MIN_TELLING && !isStopWord(word));
    if (telling.some((word) => said.some((other) => isSameWord(other, word)))) return true;
    said.push(...telling);
  }
  return false;
}

/** Shorter words stand in most lines. */
const MIN_TELLING = 3;
