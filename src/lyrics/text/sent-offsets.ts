import { exactText } from './exact-text.ts';

/** A range of the exact text and the range of the sent text that it replaces, in code units. Ends are exclusive. */
interface Change {
  exactStart: number;
  exactEnd: number;
  sentStart: number;
  sentEnd: number;
}

// One character with everything that can compose with it: marks, the later jamo of a Hangul syllable, and the vowel
// signs of Kirat Rai, which are not marks. NFC never composes across the border of two such pieces.
const PIECE = /\r\n|[\r\v\f\u0085\u2028\u2029]|.[\p{M}\u1160-\u11ff\u{16d63}-\u{16d6a}]*/gsu;

/**
 * A copy of a value in which every `start` and `end` that point into `exactText(sent)` point into `sent` (UTF-16 code
 * units, end exclusive). An offset inside a composed letter moves to the edge of the letters that it was composed from.
 */
export function offsetsAsSent<Value>(value: Value, sent: string): Value {
  const changes = changesOf(sent);
  return changes.length === 0 ? value : moveSpans(value, changes);
}

function changesOf(sent: string): Change[] {
  const changes: Change[] = [];
  if (exactText(sent) === sent) return changes;
  let at = 0;
  for (const { 0: piece, index } of sent.matchAll(PIECE)) {
    const exact = exactText(piece);
    if (exact !== piece) changes.push(changeOf(piece, index, exact, at));
    at += exact.length;
  }
  return changes;
}

// Leaves out the code points that are equal at both ends of the piece; never cuts a surrogate pair.
function changeOf(piece: string, sentAt: number, exact: string, exactAt: number): Change {
  const [sentPoints, exactPoints] = [[...piece], [...exact]];
  const shorter = Math.min(sentPoints.length, exactPoints.length);
  let before = 0;
  while (before < shorter && sentPoints[before] === exactPoints[before]) before += 1;
  let after = 0;
  while (after < shorter - before && sentPoints.at(-1 - after) === exactPoints.at(-1 - after)) after += 1;
  const head = exactPoints.slice(0, before).join('').length;
  const tail = exactPoints.slice(exactPoints.length - after).join('').length;
  return {
    exactStart: exactAt + head,
    exactEnd: exactAt + exact.length - tail,
    sentStart: sentAt + head,
    sentEnd: sentAt + piece.length - tail,
  };
}

function sentStart(changes: readonly Change[], offset: number): number {
  const index = countWhile(changes, ({ exactEnd }) => exactEnd <= offset);
  const inside = changes[index];
  if (inside !== undefined && inside.exactStart < offset) return inside.sentStart;
  return behind(changes[index - 1], offset);
}

function sentEnd(changes: readonly Change[], offset: number): number {
  const last = changes[countWhile(changes, ({ exactStart }) => exactStart < offset) - 1];
  return last !== undefined && offset < last.exactEnd ? last.sentEnd : behind(last, offset);
}

const behind = (change: Change | undefined, offset: number): number =>
  change === undefined ? offset : change.sentEnd + (offset - change.exactEnd);

// How many of the sorted changes, from the first on, pass the test: a binary search.
function countWhile(changes: readonly Change[], passes: (change: Change) => boolean): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const change = changes[middle];
    if (change !== undefined && passes(change)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function moveSpans<Value>(value: Value, changes: readonly Change[]): Value {
  if (Array.isArray(value)) return value.map((item) => moveSpans(item, changes)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, moveSpans(part, changes)]),
  );
  if (typeof copy.start === 'number' && typeof copy.end === 'number') {
    const { start, end } = copy;
    copy.start = sentStart(changes, start);
    copy.end = sentEnd(changes, end);
  }
  return copy as Value;
}
