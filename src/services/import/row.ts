import { z } from 'zod';
import { decodeEntities } from '../../lib/html-entities.ts';
import { dateFromText, type ReleaseDate } from '../../lib/release-date.ts';
import { normalizeText } from '../../lyrics/text/normalize.ts';
import { splitFeatured } from '../../lyrics/text/performers.ts';
import { canonicalFields } from './fields.ts';

/** Longer than any song; Postgres can index at most 1 MB of a text. */
export const MAX_LYRICS_CHARACTERS = 200_000;
const MAX_INT = 2_147_483_647;
const BAD_GENIUS_ID = 'genius_id is not a whole number above 0';

/** One line, without leftovers of a scrape or a spreadsheet. */
const cleanLine = (value: string | number): string =>
  normalizeText(decodeEntities(String(value)).text)
    .replace(/\s+/g, ' ')
    .trim();

const scalar = (message?: string) => z.union([z.string(), z.number()], message);
const numeric = (message?: string) =>
  z.union(
    [
      z.number(),
      z
        .string()
        .regex(/^\s*\d+(?:\.\d+)?\s*$/)
        .transform(Number),
    ],
    message,
  );

const requiredLine = (name: string, max: number) =>
  z
    .preprocess((value) => value ?? '', scalar(`${name} is not text`))
    .transform(cleanLine)
    .pipe(z.string().min(1, `${name} is missing`).max(max, `${name} is longer than ${max} characters`));

const lyricsText = z.union(
  [z.string(), z.array(z.string()).transform((lines) => lines.join('\n'))],
  'lyrics are not text',
);

// An unreadable key rejects the row: without the key the song would be stored under another one.
const EssentialsSchema = z.object({
  artist: requiredLine('artist', 300),
  title: requiredLine('title', 500),
  lyrics: lyricsText
    .default('')
    .pipe(
      z.string().max(MAX_LYRICS_CHARACTERS, `lyrics are longer than ${MAX_LYRICS_CHARACTERS} characters`),
    ),
  genius_id: numeric(BAD_GENIUS_ID)
    .pipe(z.int(BAD_GENIUS_ID).positive(BAD_GENIUS_ID).max(MAX_INT, BAD_GENIUS_ID))
    .nullable()
    .default(null),
  source_id: scalar('the id is neither text nor a number')
    // Spreadsheets write whole numbers as 1998.0.
    .transform((value) => cleanLine(value).replace(/^(\d+)\.0$/, '$1'))
    .pipe(z.string().min(1, 'the id is empty').max(200, 'the id is longer than 200 characters'))
    .nullable()
    .default(null),
});

/** An implausible value is treated as missing. */
const fact = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null).catch(null);

const wholeNumber = (min: number, max: number) =>
  numeric().transform(Math.round).pipe(z.int().min(min).max(max));
const flag = z.union([z.boolean(), z.literal([0, 1]).transform((value) => value === 1), z.stringbool()]);
// Without the time of day, and without the ".0" that spreadsheets add to a year.
function dayOf(text: string): string {
  const time = text.search(/[T ]\d/);
  return time < 0 ? text.replace(/\.0$/, '') : text.slice(0, time);
}
const releaseDate = scalar()
  .transform((value) => dateFromText(dayOf(String(value).trim())))
  .pipe(z.custom<ReleaseDate>((value) => value !== null));
const isrc = z
  .string()
  .transform((value) => value.replace(/[-\s]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z]{2}[A-Z0-9]{3}\d{7}$/));
const languageCode = z
  .string()
  .regex(/^\s*[a-z]{2}(?:[-_][a-z]+)?\s*$/i)
  .transform((value) => value.trim().slice(0, 2).toLowerCase());
const names = z.array(z.unknown()).transform((values) => [
  ...new Set(
    values
      .filter((value) => typeof value === 'string')
      .map(cleanLine)
      .filter((name) => name !== '' && name.length <= 300),
  ),
]);
// An id, a link to one or a URI.
const spotifyId = z
  .string()
  .transform((value) => {
    const [path = ''] = value.trim().split('?', 1);
    const id = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
    return /^[A-Za-z0-9]{22}$/.test(id) ? id : undefined;
  })
  .pipe(z.string());

const FactsSchema = z.object({
  album: fact(scalar().transform(cleanLine).pipe(z.string().min(1).max(500))),
  release_date: fact(releaseDate),
  explicit: fact(flag),
  duration_ms: fact(wholeNumber(1, MAX_INT)),
  language: fact(languageCode),
  isrc: fact(isrc),
  url: fact(z.url({ protocol: /^https?$/ }).max(2000)),
  featured: fact(names),
  spotify_id: fact(spotifyId),
  spotify_url: fact(z.url({ protocol: /^https$/ }).max(2000)),
  spotify_popularity: fact(wholeNumber(0, 100)),
  instrumental: fact(flag),
  lyrics_state: fact(z.string().transform((value) => value.trim().toLowerCase())),
});

const FACT_NAMES = Object.keys(FactsSchema.shape) as (keyof typeof FactsSchema.shape)[];

type Essentials = z.output<typeof EssentialsSchema>;
type Facts = z.output<typeof FactsSchema>;

/** A song as given in a file, checked field by field; null for fields without a value. */
export interface ImportRow extends Essentials, Facts {
  /** Names of fields whose values were given but are implausible. */
  dropped: string[];
}

/** Why a row is refused; `field` is the first at fault, null if it is the row as a whole. */
export interface RowRefusal {
  reason: string;
  field: string | null;
}

/** Reads a row under any known name of its fields. The reason mentions fields and limits, never values. */
export function parseImportRow(row: unknown): { row: ImportRow } | RowRefusal {
  const fields = canonicalFields(row);
  if (fields === null) return { reason: 'not an object with named fields', field: null };
  const essentials = EssentialsSchema.safeParse(fields);
  if (!essentials.success) {
    const { issues } = essentials.error;
    const field = issues[0]?.path[0];
    return {
      reason: [...new Set(issues.map((issue) => issue.message))].join('; '),
      field: field === undefined ? null : String(field),
    };
  }
  const facts = FactsSchema.parse(fields);
  const dropped = FACT_NAMES.filter((name) => fields[name] !== undefined && facts[name] === null);
  return { row: { ...essentials.data, ...facts, ...creditsOf(essentials.data, facts), dropped } };
}

/** "Kilo feat. Juno" is a song of Kilo that features Juno. */
function creditsOf({ artist }: Essentials, { featured }: Facts): Pick<ImportRow, 'artist' | 'featured'> {
  const line = splitFeatured(artist);
  if (line.featured.length === 0) return { artist, featured };
  return { artist: line.artist, featured: [...new Set([...(featured ?? []), ...line.featured])] };
}
