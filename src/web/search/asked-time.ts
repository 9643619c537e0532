import { searchText } from '../text/search.ts';

/** A year, or a decade by its first year, that a question names, with what else it asks for. */
export interface AskedTime {
  kind: 'year' | 'decade';
  value: string;
  /** '' where nothing else is asked for. */
  rest: string;
}

const YEAR = /^(?:19[5-9]\d|20[0-4]\d)$/;
const DECADE = /^['’]?(19|20)?(\d0)['’]?s$/;
const THIS_CENTURY = ['00', '10', '20'];
const { decades, fillers, joints } = searchText.time;

function timeOf(word: string): Omit<AskedTime, 'rest'> | null {
  if (YEAR.test(word)) return { kind: 'year', value: word };
  const [, century, tens] = DECADE.exec(word) ?? [];
  if (tens !== undefined) {
    const full = `${century ?? (THIS_CENTURY.includes(tens) ? '20' : '19')}${tens}`;
    return { kind: 'decade', value: full };
  }
  const named = decades[word];
  return named === undefined ? null : { kind: 'decade', value: named };
}

/** Words without what joined a time to them: "snow in the" is "snow". */
function withoutJoints(words: readonly string[]): readonly string[] {
  const isJoint = (word = '') => joints.includes(word.toLowerCase());
  const first = words.findIndex((word) => !isJoint(word));
  const last = words.findLastIndex((word) => !isJoint(word));
  return words.slice(first, last + 1);
}

/** Reads "1994", "songs from the 90s", "snow nineties"; null where no time, or more than one, is named. */
export function askedTime(q: string): AskedTime | null {
  if (/["“”\n]/.test(q)) return null;
  const words = q.trim().split(/\s+/);
  const times = words.flatMap((word) => timeOf(word.toLowerCase()) ?? []);
  const [time] = times;
  if (time === undefined || times.length > 1) return null;
  const others = words.filter((word) => timeOf(word.toLowerCase()) === null);
  const asksMore = others.some((word) => !fillers.includes(word.toLowerCase()));
  return { ...time, rest: asksMore ? withoutJoints(others).join(' ') : '' };
}
