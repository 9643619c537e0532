import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** How one catalogue song leans on another, named by artist and title. */
const RelationSchema = z.strictObject({
  type: z.enum(['remix_of', 'samples', 'interpolates', 'translation_of']),
  artist: z.string(),
  title: z.string(),
});

const SongSchema = z.strictObject({
  title: z.string(),
  album: z.string().nullable(),
  /** Null only if unreleased. */
  releaseDate: z.iso.date().nullable(),
  explicit: z.boolean(),
  /** ISO 639-1 code of the language the lyrics are in. */
  language: z.string().length(2),
  writers: z.array(z.string()),
  producers: z.array(z.string()),
  featured: z.array(z.string()),
  state: z.enum(['complete', 'instrumental', 'unreleased']),
  tags: z.array(z.string()),
  /** 0 only if unreleased. */
  durationSeconds: z.int().nonnegative(),
  relation: RelationSchema.nullable(),
  /** One string a line, header lines in brackets, an empty line between sections; none for an instrumental. */
  lyrics: z.array(z.string()).transform((lines) => lines.join('\n')),
});

const ArtistSchema = z.strictObject({
  name: z.string(),
  slug: z.string(),
  bio: z.string(),
  songs: z.array(SongSchema),
});

export type CatalogueRelation = Readonly<z.infer<typeof RelationSchema>>;
/** One song of the demo catalogue. */
export type CatalogueSong = Readonly<z.infer<typeof SongSchema>>;
/** A fictional artist with every song written for the demo. */
export type CatalogueArtist = Readonly<z.infer<typeof ArtistSchema>>;

const FOLDER = new URL('./artists/', import.meta.url);

/** Every artist of the demo catalogue, in order of name: a JSON file each. */
export const catalogue: readonly CatalogueArtist[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => ArtistSchema.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))));
