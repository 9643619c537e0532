import { z } from 'zod';

const share = z.number().min(0).max(1);

const MeanSchema = z.object({
  mean: z.number().nullable(),
  songs: z.int().describe('Songs that have the measure'),
});
const CountSchema = z.object({ value: z.string(), count: z.int(), share });
const YearsSchema = z.object({ first: z.int().nullable(), last: z.int().nullable(), undated: z.int() });

/** Gives a part of the profile its name in a document; a program that only reads profiles needs none. */
export type Naming = <T extends z.ZodType>(part: T, name: string) => T;

interface Leaves {
  mean: typeof MeanSchema;
  counts: z.ZodArray<typeof CountSchema>;
}

const vocabularyOf = ({ mean }: Leaves) =>
  z.object({
    lines: z.literal('once').describe('A line repeated within its song counts once, so choruses count once'),
    order: z.literal('release').describe('Songs in order of release, undated ones last'),
    tokens: z.int().describe('Words read, at most 35,000'),
    types_in_first: z
      .array(
        z.object({
          tokens: z.int(),
          types: z.int().nullable(),
          reason: z.enum(['too_few_tokens']).nullable(),
        }),
      )
      .describe('Different words among the first tokens, at the same token counts for every artist'),
    mtld: mean,
    mattr: mean,
  });

const rhymeOf = ({ mean, counts }: Leaves) =>
  z.object({
    density: mean,
    malmi: mean,
    multisyllabic_per_100_syllables: z.number().nullable(),
    pairs: z.int().describe('Rhyming pairs; the shares are relative to their number'),
    end_share: share.nullable(),
    internal_share: share.nullable(),
    chain_share: share.nullable().describe('A line end that rhymes with a word inside another line'),
    longest: z
      .object({
        track_id: z.int(),
        title: z.string(),
        syllables: z.int(),
        first: z.string().describe('Empty if lyrics are not public'),
        second: z.string(),
      })
      .nullable(),
    quatrains: z.int(),
    schemes: counts.describe('End rhymes of four lines, from the first of a section; "-" rhymes with none'),
  });

const themesOf = ({ counts }: Leaves) =>
  z.object({
    songs: z.int(),
    undated: z.int(),
    shares: counts.describe('Shares of the songs; a song can have several themes'),
    years: z.array(z.object({ year: z.int(), songs: z.int(), shares: counts })),
  });

const analyzers = z
  .array(
    z.object({
      analyzer: z.string(),
      model_version: z.string(),
      prompt_version: z.string(),
      engine_version: z.string(),
      songs: z.int(),
      degraded: z.int(),
    }),
  )
  .describe('Which analysers made them; the latest analysis of each song that is not a fallback');

/** Shares among the songs that have a value. */
const sharesOf = ({ counts }: Leaves) => z.object({ songs: z.int(), shares: counts });

/** The schema of the stored profile, and the parts that other answers use too. */
export function profileSchemas(named: Naming) {
  const leaves: Leaves = { mean: named(MeanSchema, 'Mean'), counts: z.array(named(CountSchema, 'Count')) };
  const { mean, counts } = leaves;
  const profile = z.object({
    songs: z.int().describe('Songs with lyrics; edits and near-duplicates count once'),
    analysed: z.int(),
    is_partial: z
      .boolean()
      .describe('The artist has more than 2,000 songs; only the first 2,000 are counted'),
    years: YearsSchema,
    analyzers,
    vocabulary: named(vocabularyOf(leaves), 'ArtistVocabulary'),
    rhyme: named(rhymeOf(leaves), 'ArtistRhyme'),
    flow: z.object({
      syllables_per_line: mean,
      regularity: mean,
      stress_regularity: mean,
      repeated_lines: mean,
    }),
    sentiment: z.object({ score: mean, labels: sharesOf(leaves) }),
    explicit: z.object({
      ratings: sharesOf(leaves).describe('Rated by the words'),
      flagged: mean.describe('Share of songs that their source marks as explicit'),
    }),
    scores: z.object({ complexity: mean, quality: mean }),
    themes: named(themesOf(leaves), 'ThemesOverYears'),
  });
  return { counts, years: YearsSchema, profile: named(profile, 'ArtistProfile') };
}

export const { profile: ArtistProfileSchema } = profileSchemas((part) => part);

/** The numbers by which artists are compared; a number without a measurement is left out. */
export const ArtistMeasuresSchema = z.record(z.string(), z.number());

/** The stored profile of an artist. Every figure states how many songs it is based on. */
export type ArtistProfile = z.infer<typeof ArtistProfileSchema>;
export type ProfileAnalyzer = ArtistProfile['analyzers'][number];
export type ProfileRhyme = ArtistProfile['rhyme'];
export type Shares = ArtistProfile['sentiment']['labels'];
/** Shares are of all songs; a song can have several themes, so they may add up to more than 1. */
export type ThemesOverYears = ArtistProfile['themes'];
export type ArtistMeasures = z.infer<typeof ArtistMeasuresSchema>;
