import type { Note } from './clean.ts';

const TIME = String.raw`(\d{1,3}):(\d{2})(?::(\d{2}))?(?:[.,:](\d{1,3}))?`;
const STAMP = new RegExp(`[[<]${TIME}[\\]>]`, 'g');
const OPENING = new RegExp(`^\\s?\\[${TIME}\\]`);
const TAG = /^\[(?:ar|ti|al|au|by|la|re|ve|id|lr|length|offset|tool|encoding)\s?:[^\]]{0,200}\]$/i;

interface Timed {
  /** In seconds; a row without a time has the one before it. */
  readonly at: number;
  readonly text: string;
}

/**
 * The rows of a file with time stamps (LRC) without its stamps and tags. A row with several times is sung at each of
 * them, so it stands there each time. A text without a stamped row is left as it is.
 */
export function dropStamps(lines: readonly string[], note: Note): string[] {
  if (!lines.some((line) => OPENING.test(line))) return [...lines];
  const rows: Timed[] = [];
  let isRepeated = false;
  for (const line of lines) {
    if (TAG.test(line.trim())) {
      note('time_stamps');
      continue;
    }
    const { times, rest } = takeTimes(line);
    const text = rest.replace(STAMP, '');
    if (times.length > 0 || text !== rest) note('time_stamps');
    isRepeated ||= times.length > 1;
    for (const at of times.length > 0 ? times : [rows.at(-1)?.at ?? 0]) rows.push({ at, text });
  }
  return (isRepeated ? rows.toSorted((a, b) => a.at - b.at) : rows).map(({ text }) => text);
}

function takeTimes(line: string): { times: number[]; rest: string } {
  const times: number[] = [];
  let rest = line;
  for (let stamp = OPENING.exec(rest); stamp; stamp = OPENING.exec(rest)) {
    times.push(secondsOf(stamp));
    rest = rest.slice(stamp[0].length);
  }
  return { times, rest };
}

// "[01:02:03]" counts hours, "[01:02.03]" hundredths.
function secondsOf([, first = '0', second = '0', third, fraction = '0']: RegExpExecArray): number {
  const [a, b] = [Number(first), Number(second)];
  const whole = third === undefined ? a * 60 + b : a * 3600 + b * 60 + Number(third);
  return whole + Number(`0.${fraction}`);
}
