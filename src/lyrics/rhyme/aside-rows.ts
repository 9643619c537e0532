import { codeOf } from '../phonetics/languages/tongue.ts';
import type { RhymeGroup, SectionScheme } from './contract.ts';
import { schemeLetter } from './union.ts';
import { tongueOfLine, type Verse } from './verse.ts';
import type { Voices } from './words.ts';

/** The end of a row in the scheme of its section. */
interface RowEnd {
  readonly line: number;
  readonly section: number | null;
  readonly language: string | null;
  letter: string;
}

/**
 * Adds the rows that hold only an aside to the schemes. Such a row has the letter of the line that it rhymes with; if
 * neither has one, a new letter. Letters stand in order of appearance where they stood so before.
 */
export function letterAsideRows(
  schemes: readonly SectionScheme[],
  groups: readonly RhymeGroup[],
  { main, asides }: Voices<Verse>,
): SectionScheme[] {
  const ends: RowEnd[] = schemes.flatMap(({ section, scheme, lines, language }) =>
    lines.map((line, at) => ({ line, section, language, letter: scheme.charAt(at) })),
  );
  const sung = new Set(main.text.lines.map(({ number }) => number));
  const alone = asides.text.lines.flatMap(({ number, section }, line) => {
    const language = codeOf(tongueOfLine(asides, line));
    return sung.has(number)
      ? []
      : [{ line: number, section: section < 0 ? null : section, language, letter: NONE }];
  });
  if (alone.length === 0) return [...schemes];
  const rows = [...ends, ...alone].sort((a, b) => a.line - b.line);
  const runs = runsOf(rows);
  for (const run of runs) letterRun(run, new Set(alone), groups);
  return runs.map((run) => ({
    section: run[0]?.section ?? null,
    scheme: run.map(({ letter }) => letter).join(''),
    lines: run.map(({ line }) => line),
    language: run[0]?.language ?? null,
  }));
}

const NONE = '-';

function runsOf(rows: readonly RowEnd[]): RowEnd[][] {
  const runs: RowEnd[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && run[0]?.section === row.section) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

function letterRun(run: readonly RowEnd[], alone: ReadonlySet<RowEnd>, groups: readonly RhymeGroup[]): void {
  if (!run.some((row) => alone.has(row))) return;
  const wasInOrder = isInOrder(run);
  const byLine = new Map(run.map((row) => [row.line, row]));
  for (const { members } of groups) {
    const ends = members.flatMap(({ line, is_end }) => (is_end ? (byLine.get(line) ?? []) : []));
    const asides = ends.filter((row) => alone.has(row));
    const first = asides[0];
    if (!first || ends.length < 2) continue;
    const lines = ends.filter((row) => !alone.has(row));
    const partner =
      nearest(
        lines.filter(({ letter }) => letter !== NONE),
        first,
      ) ?? nearest(lines, first);
    const known = partner?.letter ?? NONE;
    const letter = known === NONE ? unusedLetter(run) : known;
    for (const row of partner ? [...asides, partner] : asides) row.letter = letter;
  }
  if (wasInOrder) putInOrder(run);
}

const nearest = (rows: readonly RowEnd[], to: RowEnd): RowEnd | undefined =>
  rows.toSorted((a, b) => Math.abs(a.line - to.line) - Math.abs(b.line - to.line))[0];

function unusedLetter(run: readonly RowEnd[]): string {
  const used = new Set(run.map(({ letter }) => letter));
  let index = 0;
  while (used.has(schemeLetter(index))) index++;
  return schemeLetter(index);
}

const lettersOf = (run: readonly RowEnd[]): string[] => [
  ...new Set(run.flatMap(({ letter }) => (letter === NONE ? [] : [letter]))),
];

const isInOrder = (run: readonly RowEnd[]): boolean =>
  lettersOf(run).every((letter, index) => letter === schemeLetter(index));

function putInOrder(run: readonly RowEnd[]): void {
  const names = new Map(lettersOf(run).map((letter, index) => [letter, schemeLetter(index)]));
  for (const row of run) row.letter = names.get(row.letter) ?? NONE;
}
