import type { Lexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { analyzeRhyme } from '../../src/lyrics/rhyme/analyze-rhyme.ts';
import { rowsOf } from '../../src/lyrics/text/rows.ts';
import { parseSections } from '../../src/lyrics/text/sections.ts';
import { tokenize } from '../../src/lyrics/text/tokenize.ts';
import { mainPart, stretchesOf } from '../../src/lyrics/text/voices.ts';
import { type EvalSong, readSongs } from './read-songs.ts';
import { type AnnotatedSong, readAnnotatedSongs } from './rhyme-annotations.ts';

export interface EvalAsidesInput {
  /** Annotated songs, to whose lines asides are appended. */
  readonly mcflow?: string | undefined;
  /** Songs of which the lines that end in an aside are counted, a JSON object a line. */
  readonly songs?: string | undefined;
}

export interface EvalAsidesResult {
  appended_asides?: KeptPairs;
  own_asides?: AsideLines;
}

/** What asides do to the rhymes of songs. Throws when a file cannot be read or is not in its format. */
export async function evalAsides(
  { mcflow, songs }: EvalAsidesInput,
  lexicon: Lexicon,
): Promise<EvalAsidesResult> {
  return {
    ...(mcflow && { appended_asides: evalAppendedAsides(await readAnnotatedSongs(mcflow), lexicon) }),
    ...(songs && { own_asides: evalOwnAsides((await readSongs(songs)).songs, lexicon) }),
  };
}

/** What is appended to the lines of a song, in turn; "$" is the line's last word. */
const APPENDED = [
  '(yeah)', '(grrah)', '($)', '(uh, uh)', '[woo]', '- skrrt', '(let me go)', '*hey*', '(what', '{ay}', '— yeah, yeah', '（ooh）',
]; // biome-ignore format: a table
const REACH = 5;

interface KeptPairs {
  /** Rhyming pairs of line ends at most five lines apart: without asides, and of these with an aside behind every line. */
  pairs: number;
  kept: number;
  /** Pairs that rhyme only with the asides. */
  added: number;
}

/** Which line ends of a text rhyme within five lines, as "line line". */
function rhymingEnds(text: string, lexicon: Lexicon): Set<string> {
  const { schemes } = analyzeRhyme(text, parseSections(text), lexicon);
  const found = new Set<string>();
  for (const { scheme, lines } of schemes) {
    for (const [right, line] of lines.entries()) {
      for (let left = Math.max(0, right - REACH); left < right; left++) {
        if (scheme[left] === scheme[right] && scheme[right] !== '-') found.add(`${lines[left]} ${line}`);
      }
    }
  }
  return found;
}

const withAsides = (text: string): string =>
  text
    .split('\n')
    .map((line, at) => {
      const end = tokenize(line).at(-1)?.text ?? 'yeah';
      return `${line} ${(APPENDED[at % APPENDED.length] ?? '').replace('$', end)}`;
    })
    .join('\n');

/** Whether the same line ends rhyme when every line is followed by an aside. */
export function evalAppendedAsides(songs: readonly AnnotatedSong[], lexicon: Lexicon): KeptPairs {
  const result = { pairs: 0, kept: 0, added: 0 };
  for (const { text } of songs) {
    const [plain, appended] = [rhymingEnds(text, lexicon), rhymingEnds(withAsides(text), lexicon)];
    const kept = [...plain].filter((pair) => appended.has(pair)).length;
    result.pairs += plain.size;
    result.kept += kept;
    result.added += appended.size - kept;
  }
  return result;
}

interface AsideLines {
  /** Lines with words of the main voice that end in an aside, and those whose end rhymes. */
  lines: number;
  rhyming: number;
  /** Those that rhyme if asides are read as part of the line: what an engine does that does not know them. */
  rhyming_as_words: number;
}

/** How many of the lines that end in an aside rhyme by their own end. */
export function evalOwnAsides(songs: readonly EvalSong[], lexicon: Lexicon): AsideLines {
  const result = { lines: 0, rhyming: 0, rhyming_as_words: 0 };
  for (const { lyrics } of songs) {
    const rows = rowsOf(lyrics);
    const ending = rows.flatMap(({ number, text }) => (endsInAside(text) ? [number] : []));
    if (ending.length === 0) continue;
    const asWords = rows.map(({ text }) =>
      endsInAside(text) ? text.replace(/[^\p{L}\p{N}\s,'’]/gu, ' ') : text,
    );
    const [heard, read] = [lettersOf(lyrics, lexicon), lettersOf(asWords.join('\n'), lexicon)];
    result.lines += ending.length;
    result.rhyming += ending.filter((line) => heard.has(line)).length;
    result.rhyming_as_words += ending.filter((line) => read.has(line)).length;
  }
  return result;
}

/** The lines whose ends have a letter. */
function lettersOf(text: string, lexicon: Lexicon): Set<number> {
  const { schemes } = analyzeRhyme(text, parseSections(text), lexicon);
  return new Set(schemes.flatMap(({ scheme, lines }) => lines.filter((_, at) => scheme[at] !== '-')));
}

function endsInAside(row: string): boolean {
  const stretches = stretchesOf(row);
  const last = stretches.findLast(({ isSung }) => isSung);
  return (
    last !== undefined &&
    hasWord(row.slice(last.start)) &&
    !hasWord(mainPart(row, stretches).slice(last.end)) &&
    hasWord(mainPart(row, stretches))
  );
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
