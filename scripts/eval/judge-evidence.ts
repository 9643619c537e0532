import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readSong } from '../../src/lyrics/text/song.ts';
import { findThemes } from '../../src/lyrics/themes/find-themes.ts';
import { readThemes } from '../../src/lyrics/themes/read-themes.ts';
import { THEMES } from '../../src/lyrics/themes/theme-names.ts';
import { catalogue } from '../local/catalogue/catalogue.ts';
import { HALVES, type Half } from './labelled-verses.ts';
import type { ThemeVerse } from './theme-verses.ts';

/** A line that an engine gave as evidence of a theme, and whether a listener agrees. */
const JudgedLine = z.object({
  /** `demo:ARTIST/TITLE`, or the id of a verse. */
  source: z.string(),
  theme: z.enum(THEMES),
  line: z.string(),
  right: z.boolean(),
  /** `test`: of texts that were not in view while the engine was developed. */
  half: z.enum(HALVES),
  /** Named by the engine of version 0.2.0, which counted words of a list. */
  before: z.boolean(),
});

type JudgedLine = z.infer<typeof JudgedLine>;

interface Precision {
  judged: number;
  right: number;
  precision: number | null;
}

export interface HalfEvidence {
  before: Precision;
  now: Precision;
}

const FILE = new URL('./data/theme-evidence.json', import.meta.url);
const DEMO = 'demo:';

export async function readJudgedLines(): Promise<JudgedLine[]> {
  return z.array(JudgedLine).parse(JSON.parse(await readFile(FILE, 'utf8')));
}

/** How many of the judged lines that the engine names, and that it named before, are right. */
export function judgeEvidence(
  judged: readonly JudgedLine[],
  verses: readonly ThemeVerse[],
): Record<Half, HalfEvidence> {
  const named = new Set(
    [...new Set(judged.map(({ source }) => source))].flatMap((source) => namedIn(source, verses)),
  );
  const half = (name: Half): HalfEvidence => {
    const own = judged.filter((line) => line.half === name);
    return {
      before: precisionOf(own.filter(({ before }) => before)),
      now: precisionOf(own.filter(({ source, theme, line }) => named.has(keyOf(source, theme, line)))),
    };
  };
  return { tune: half('tune'), test: half('test') };
}

function namedIn(source: string, verses: readonly ThemeVerse[]): string[] {
  const text = textOf(source, verses);
  const rows = text.split('\n');
  return findThemes(readThemes(readSong(text))).flatMap(({ theme, evidence }) =>
    evidence.map(({ line }) => keyOf(source, theme, rows[line] ?? '')),
  );
}

function textOf(source: string, verses: readonly ThemeVerse[]): string {
  const text = source.startsWith(DEMO)
    ? catalogue
        .flatMap(({ slug, songs }) => songs.map((song) => ({ id: `${DEMO}${slug}/${song.title}`, song })))
        .find(({ id }) => id === source)?.song.lyrics
    : verses.find(({ id }) => id === source)?.lines.join('\n');
  if (text === undefined) throw new Error(`no text "${source}"`);
  return text;
}

const keyOf = (source: string, theme: string, line: string): string => `${source} ${theme} ${line.trim()}`;

function precisionOf(lines: readonly JudgedLine[]): Precision {
  const right = lines.filter((line) => line.right).length;
  const precision = lines.length === 0 ? null : Number((right / lines.length).toFixed(3));
  return { judged: lines.length, right, precision };
}
