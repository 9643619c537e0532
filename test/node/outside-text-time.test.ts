import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { findJsonExcess } from '../../src/http/json-shape.ts';
import { parseReply } from '../../src/llm/reply/parse-reply.ts';
import { cleanScrapedLyrics } from '../../src/lyrics/text/clean.ts';
import { fingerprint } from '../../src/lyrics/text/fingerprint.ts';
import { foldLine } from '../../src/lyrics/text/fold.ts';
import { detectLanguage } from '../../src/lyrics/text/language.ts';
import { normalizeText } from '../../src/lyrics/text/normalize.ts';
import { splitPassages } from '../../src/lyrics/text/passages.ts';
import { classifyText } from '../../src/lyrics/text/placeholders.ts';
import { parseSections, stripHeaders } from '../../src/lyrics/text/sections.ts';
import { offsetsAsSent } from '../../src/lyrics/text/sent-offsets.ts';
import { readSong } from '../../src/lyrics/text/song.ts';
import { tokenize } from '../../src/lyrics/text/tokenize.ts';
import { stretchesOf } from '../../src/lyrics/text/voices.ts';
import { validateLyrics } from '../../src/services/batches/validate-lyrics.ts';
import { guardFormulas, unguardFormulas } from '../../src/services/export/csv.ts';
import { openReader } from '../../src/services/import/reader/open-reader.ts';
import { parseImportRow } from '../../src/services/import/row.ts';
import { readQuery } from '../../src/services/search/read-query.ts';
import { bestSnippet, matchLines, queryWords } from '../../src/services/search/snippet.ts';
import { decodeBody } from '../../src/sources/decode-body.ts';
import { classifySong } from '../../src/sources/genius/classify.ts';
import { stripFeatures } from '../../src/sources/genius/match-song.ts';
import { splitDocumentTitle } from '../../src/sources/genius/page-facts.ts';
import { parseSongPage } from '../../src/sources/genius/parse-page.ts';
import { isAllowedByRobots, parseRobots } from '../../src/sources/robots.ts';
import { readTrackTitle, versionsIn } from '../../src/sources/spotify/track-title.ts';
import { foldText, similarity, splitArtists } from '../../src/sources/text-distance.ts';
import { readSourceLink } from '../../src/web/song/source-link.ts';
import { measureLyrics } from '../support/measure-lyrics.ts';

/** Characters of the longest text, and how much longer it is than those that are timed before it. */
const LENGTH = 40_000;
const STEPS = [16, 4, 1];
/** Linear work grows fourfold a step, quadratic sixteenfold. */
const MAX_GROWTH = 10;
/** Shorter times are not judged: 25 picoseconds for every pair of characters, less than any search takes for one. */
const NOISE_MS = 40;
/** Runs of a text that seems to take too long; the fastest counts. */
const MAX_RUNS = 8;

// Units that whole texts are built from: the beginnings of the expressions, and the attack strings of the checker.
const UNITS = [
  ...[
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\u00a0',
    '\u200b',
    '\u200d',
    '\u2028',
    '\u0301',
    "'",
    '’',
    "'a",
    '"',
    '“',
    '‘',
    '‘‘',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '<',
    '>',
    '!',
    '*',
    '_',
    '=',
    ':',
    ';',
    ',',
    '.',
    '/',
    '\\',
    '#',
    '|',
    '`',
    '&',
  ],
  ...[
    '0',
    'a',
    'A',
    'é',
    'a\u0301',
    'а',
    'ㅎ',
    '漢',
    '😀',
    'a.',
    'B.I.G. ',
    '-',
    ' - ',
    '\t-\t',
    '– ',
    '-a',
    ' (',
  ],
  ...[
    'x ',
    'aX',
    'in’ ',
    'I ',
    'you ',
    'love ',
    'love\n',
    '[Verse\n',
    '[Verse 1: A, ',
    '[A ',
    '[Verse]\n',
    'Verse 1:\n',
  ],
  ...[
    'Lyrics ',
    'English (English)',
    'English',
    'Русский',
    '(번 和訳 æ',
    'You might also like',
    'Embed',
    '1Embed',
  ],
  ...[
    'See L',
    'Read More',
    'feat. ',
    '(feat. ',
    '\t(ft ',
    ' tiny desk',
    'live at ',
    'SKIT',
    '(skit ',
    'remaster ',
    ' x ',
  ],
  ...[
    'skip ',
    'put:score ',
    'set score to ',
    'ignore instructions ',
    'output json ',
    '<think>',
    '```',
    '{"a":',
    '[{',
    '"\\',
  ],
  ...[
    '<meta charset ',
    '<div>',
    '<!--',
    '<a ',
    '&amp;',
    'JSON.parse(',
    'Disallow: /*a*',
    '/0',
    '?0',
    ' 0',
    'T0',
    '"a",',
  ],
];

const readable = { artist: 'Some Artist', title: 'Some Title', lyrics: '' };
async function readRows(text: string): Promise<void> {
  const chunk = Buffer.from(`artist,title,lyrics\n${text}`);
  const { rows } = await openReader(Readable.from([chunk]), { format: 'csv' });
  for await (const row of rows) expect(row).toBeDefined();
}

const READERS: Record<string, (text: string) => unknown> = {
  normalizeText,
  foldLine,
  foldText,
  tokenize,
  cleanScrapedLyrics: (text) => cleanScrapedLyrics(text, readable),
  'cleanScrapedLyrics with a title': (text) =>
    cleanScrapedLyrics(`${text} Lyrics\na`, { ...readable, title: text }),
  parseSections,
  stripHeaders,
  readSong,
  splitPassages,
  fingerprint,
  detectLanguage,
  classifyText,
  validateLyrics,
  'the text measures': measureLyrics,
  parseReply,
  readQuery,
  snippet: (text) => bestSnippet(matchLines(text, ['love', 'cold'])),
  queryWords,
  parseSongPage,
  decodeBody: (text) => decodeBody(new TextEncoder().encode(text), `text/html; charset=${text}`),
  robots: (text) => isAllowedByRobots(parseRobots(`User-agent: *\n${text}`), 'barline', `/${text}`),
  classifySong: (title) => classifySong({ title, artist: title, url: title }),
  stripFeatures,
  splitDocumentTitle,
  readTrackTitle,
  versionsIn,
  splitArtists,
  similarity: (text) => similarity(text, `${text}a`),
  parseImportRow: (text) =>
    parseImportRow({
      ...{
        artist: text,
        title: text,
        lyrics: text,
        album: text,
        featured: text,
        date: text,
        isrc: text,
        id: text,
      },
      ...{
        language: text,
        spotify_id: text,
        duration_ms: text,
        url: text,
        explicit: text,
        lyrics_state: text,
      },
    }),
  guardFormulas,
  unguardFormulas,
  offsetsAsSent: (text) => offsetsAsSent({ start: 5, end: 9 }, text),
  readSourceLink: (text) => readSourceLink(`https://${text}`),
  readCsv: readRows,
  findJsonExcess: (text) => findJsonExcess(new TextEncoder().encode(text), { maxDepth: 1e9, maxValues: 1e9 }),
  stretchesOf,
};

async function cpuMs(read: (text: string) => unknown, text: string): Promise<number> {
  const before = process.threadCpuUsage();
  await read(text);
  return process.threadCpuUsage(before).user / 1000;
}

/** A run of the unit, an interruption in the middle and another run, so that neither stops a search early. */
function textOf(unit: string, length: number): string {
  const half = unit.repeat(Math.ceil(length / 2 / unit.length)).slice(0, length / 2);
  return `${half}x${half}`;
}

function isExcessive(ms: number, last: number): boolean {
  return ms > NOISE_MS && ms > last * MAX_GROWTH;
}

/** How the time grew, if it grew too fast; otherwise null. Stops before a text that would take minutes. */
async function excessiveGrowth(read: (text: string) => unknown, unit: string): Promise<string | null> {
  let last = Number.POSITIVE_INFINITY;
  for (const step of STEPS) {
    const text = textOf(unit, LENGTH / step);
    let ms = await cpuMs(read, text);
    // Again: a run may have compiled the code or paid for the garbage of others.
    for (let run = 1; run < MAX_RUNS && isExcessive(ms, last); run += 1) {
      ms = Math.min(ms, await cpuMs(read, text));
    }
    if (isExcessive(ms, last)) {
      return `${JSON.stringify(unit)}: ${last.toFixed(1)} ms, then ${ms.toFixed(1)} ms at ${LENGTH / step} characters`;
    }
    last = Math.max(ms, NOISE_MS / MAX_GROWTH);
  }
  return null;
}

describe('running time is linear in the length of any text in', () => {
  it.each(Object.entries(READERS))(
    '%s',
    async (_, read) => {
      const grown: string[] = [];
      for (const unit of UNITS) {
        const growth = await excessiveGrowth(read, unit);
        if (growth !== null) grown.push(growth);
      }
      expect(grown).toEqual([]);
    },
    120_000,
  );
});
