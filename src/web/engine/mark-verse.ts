import type { FlowReport } from '../../lyrics/flow/contract.ts';
import type { RhymeReport } from '../../lyrics/rhyme/contract.ts';
import type { FoundMulti } from '../../lyrics/rhyme/multis.ts';
import { rowsOf } from '../../lyrics/text/rows.ts';
import { offsetsAsSent } from '../../lyrics/text/sent-offsets.ts';
import { MARK_KINDS, type MarkKind, NO_LETTER, UNKNOWN_SYLLABLES, type VerseMarks } from './messages.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

interface RhymingWord extends Span {
  readonly group: number;
  readonly isEnd: boolean;
  readonly isAside: boolean;
}

/** What was told of the rhymes and the flow of a text; offsets are in its exact form. */
export interface ToldVerse {
  readonly rhyme: RhymeReport;
  /** All of them: a report holds only the longest. */
  readonly multis: readonly FoundMulti[];
  readonly flow: FlowReport;
}

/** The words of all groups in the order of the text; of two that begin together the longer comes first. */
const wordsOf = ({ groups }: RhymeReport): RhymingWord[] =>
  groups
    .flatMap(({ members }, group) =>
      members.map(({ start, end, is_end: isEnd, is_aside: isAside }) => ({
        start,
        end,
        group,
        isEnd,
        isAside,
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);

/** Tells of stretches, asked in the order of the text, whether a multisyllabic rhyme runs through them. */
function touchingMultis(multis: readonly FoundMulti[]): (stretch: Span) => boolean {
  const runs = multis
    .flatMap(({ rhyme: { first, second } }): Span[] => [first, second])
    .sort((a, b) => a.start - b.start);
  let next = 0;
  let reach = 0;
  return ({ start, end }) => {
    for (let run = runs[next]; run !== undefined && run.start < end; run = runs[++next])
      reach = Math.max(reach, run.end);
    return reach > start;
  };
}

/** For each row of the engine the line of the text as it was sent that it stands in: those end at line feeds alone. */
function linesAsSent(sent: string): number[] {
  let line = 0;
  return rowsOf(sent).map(({ start }) => {
    if (start > 0 && sent[start - 1] === '\n') line++;
    return line;
  });
}

/** The columns of the lines: syllables, and letters of the scheme. */
function lineColumns(sent: string, { rhyme, flow }: ToldVerse): Pick<VerseMarks, 'syllables' | 'letters'> {
  const lineOf = linesAsSent(sent);
  const count = (lineOf.at(-1) ?? 0) + 1;
  const syllables = new Int16Array(count).fill(UNKNOWN_SYLLABLES);
  const letters = new Array<string>(count).fill(NO_LETTER);
  for (const { line, syllables: heard } of flow.lines) {
    const at = lineOf[line] ?? 0;
    syllables[at] = Math.max(0, syllables[at] ?? 0) + heard;
  }
  for (const { scheme, lines } of rhyme.schemes) {
    for (const [at, line] of lines.entries()) {
      const letter = scheme[at] ?? NO_LETTER;
      if (letter !== NO_LETTER) letters[lineOf[line] ?? 0] = letter;
    }
  }
  return { syllables, letters: letters.join('') };
}

/** What a pad shows of a text; offsets are in the text as it was sent. */
export function markVerse(sent: string, told: ToldVerse): VerseMarks {
  const { rhyme } = told;
  const isMulti = touchingMultis(told.multis);
  const words = wordsOf(rhyme);
  const kindOf = (word: RhymingWord): MarkKind => {
    if (isMulti(word)) return 'multi';
    return word.isEnd ? 'end' : 'inside';
  };
  const kind = Uint8Array.from(words, (word) => MARK_KINDS.indexOf(kindOf(word)));
  const spans = offsetsAsSent(words, sent);
  return {
    start: Int32Array.from(spans, ({ start }) => start),
    end: Int32Array.from(spans, ({ end }) => end),
    group: Int32Array.from(words, ({ group }) => group),
    kind,
    isAside: Uint8Array.from(words, ({ isAside }) => Number(isAside)),
    ...lineColumns(sent, told),
    facts: {
      syllables: rhyme.syllables,
      schemes: rhyme.schemes.map(({ scheme }) => scheme),
      isPartial: rhyme.is_partial,
      unheardLines: rhyme.unheard?.lines ?? 0,
    },
  };
}
