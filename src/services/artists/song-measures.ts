import { z } from 'zod';
import type { ServiceContext } from '../../context.ts';
import type { ArtistSongRow } from '../../db/queries/artist-songs.ts';
import { readStored } from '../../lib/stored-json.ts';

const number = z.number().nullable();

const LongestSchema = z.object({
  syllables: z.number(),
  first: z.object({ text: z.string() }),
  second: z.object({ text: z.string() }),
});

/** The parts of an analysis that a profile needs; null for measures that it does not have. */
const SongMeasuresSchema = z.object({
  sentiment_score: number,
  density: number,
  malmi: number,
  syllables: number,
  /** Rhyming pairs: line end with line end, within a line, a line end with the inside of another. */
  end: number,
  internal: number,
  chain: number,
  multisyllabic: number,
  longest: LongestSchema.nullable(),
  /** One string per section, one letter per line. */
  schemes: z.array(z.string()),
  syllables_per_line: number,
  regularity: number,
  stress_regularity: number,
  repeated_lines: number,
  mtld: number,
  mattr: number,
  explicit: z.string().nullable(),
});

export type SongMeasures = z.infer<typeof SongMeasuresSchema>;

/** A song of an artist with the counts of its analysis. */
export interface ArtistSong extends Omit<ArtistSongRow, 'measures'> {
  /** Null: not analysed, or (logged) stored in another shape. */
  measures: SongMeasures | null;
}

/** The songs with their measures read through the schema. */
export function readSongs(ctx: Pick<ServiceContext, 'log'>, rows: readonly ArtistSongRow[]): ArtistSong[] {
  return rows.map((row) => {
    const stored = { value: row.measures, what: 'measures of track', id: row.id };
    const measures = row.measures === null ? null : readStored(ctx.log, SongMeasuresSchema, stored);
    return { ...row, measures: measures ?? null };
  });
}
