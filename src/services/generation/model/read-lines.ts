import { trimOf } from '../../../lib/trim-text.ts';

/** A line of a model's answer; the number from 1, null if it has none. */
export interface NumberedLine {
  number: number | null;
  text: string;
}

const NUMBER = /^(?:line )?(\d{1,3}) ?[|.):\]-]/i;
const FENCE = '```';
/** Blanks, quotes and marks of Markdown around a line. */
const MARKS = ' \t\r"“”*_>\\';
const THOUGHT_END = '</think>';

/** The text without its thought; empty while a thought is open. */
function afterThought(text: string): string {
  const end = text.lastIndexOf(THOUGHT_END);
  if (end >= 0) return text.slice(end + THOUGHT_END.length);
  return text.trimStart().startsWith('<think') ? '' : text;
}

function readLine(row: string): NumberedLine | null {
  const said = trimOf(row, MARKS);
  if (said.startsWith(FENCE)) return null;
  const [mark = '', number] = NUMBER.exec(said) ?? [];
  const text = trimOf(said.slice(mark.length), MARKS).normalize('NFC');
  return text === '' ? null : { number: number === undefined ? null : Number(number), text };
}

/** The lines of an answer in its order; while it arrives, without the last one, which may go on. */
export function readLines(answer: string, { isWhole }: { isWhole: boolean }): NumberedLine[] {
  const rows = afterThought(answer).split('\n');
  const finished = isWhole ? rows : rows.slice(0, -1);
  return finished.flatMap((row) => readLine(row) ?? []);
}
