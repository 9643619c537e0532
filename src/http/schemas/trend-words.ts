import { z } from '@hono/zod-openapi';
import { WORD_PERIODS } from '../../services/trends/words/contract.ts';
import {
  MAX_ALTERNATIVES,
  MAX_PHRASE_WORDS,
  MAX_TERMS,
  MIN_BEGINNING,
  readTerms,
} from '../../services/trends/words/read-terms.ts';
import { omissible } from './examples.ts';
import { integerParam } from './parameters.ts';
import { filledText } from './text.ts';

const MAX_CHARACTERS = 500;
const yearParam = () => integerParam({ min: 1, max: 9999 });

export const TrendWordsQuery = z.strictObject({
  terms: filledText(1, MAX_CHARACTERS)
    .transform((written, issues) => {
      const { terms, fault } = readTerms(written);
      if (terms !== null) return terms;
      issues.addIssue({ code: 'custom', message: fault });
      return z.NEVER;
    })
    .openapi({
      type: 'string',
      minLength: 1,
      maxLength: MAX_CHARACTERS,
      description: `Up to ${MAX_TERMS} terms, separated by commas. Alternatives within a term, separated by \`|\` (${MAX_ALTERNATIVES} in all), are counted together: a song once, and once a place in it that several of them find. Several words are a phrase (up to ${MAX_PHRASE_WORDS}). An asterisk at the end, after at least ${MIN_BEGINNING} letters, stands for any ending: \`run*\`. Case, accents, apostrophes and dropped g's fold: \`runnin'\` is \`running\`; endings do not. Of an emoji any reading counts: love or heart`,
      example: 'night,morning|sunrise,on my mind',
    }),
  by: z.enum(WORD_PERIODS).default('year').openapi({
    description: 'The length of a period. Songs of which only the year is known stand in no quarter',
  }),
  from_year: yearParam().optional().openapi(omissible('Only periods from this year on', 2000)),
  to_year: yearParam().optional().openapi(omissible('Only periods up to this year', 2025)),
});

const IntervalSchema = z
  .object({ low: z.number(), high: z.number() })
  .openapi('WordInterval', { description: "Wilson's interval, 95 %" });

const PointSchema = z.object({
  period: z.string().openapi({ example: '2021-Q3' }),
  songs: z.number().openapi({ description: 'Songs that hold it; an estimate where `read_share` is below 1' }),
  uses: z.number(),
  share_of_songs: z.number().openapi({ description: 'Of the songs of the period, 0 to 1' }),
  share_interval: IntervalSchema,
  per_million: z.number().openapi({ description: 'Uses in a million words of the period' }),
  per_million_interval: IntervalSchema.openapi({
    description: 'As if a song that holds the word counted once, because songs repeat their words',
  }),
  examples: z.array(z.int()).openapi({ description: 'Ids of up to three of the songs, which `songs` names' }),
});

export const TrendWordsSchema = z
  .object({
    by: z.enum(WORD_PERIODS),
    terms: z.array(
      z.object({
        term: z.string().openapi({ description: 'As it was written' }),
        read_as: z.array(z.string()).openapi({
          description: 'What was counted, folded, without what another alternative finds as well',
        }),
        songs: z.number().openapi({ description: 'In all periods shown' }),
        uses: z.number(),
        matched_words: z
          .array(z.object({ word: z.string(), songs: z.int() }))
          .openapi({ description: 'The most common words that a beginning stands for' }),
        read_share: z.number().openapi({
          description:
            'A phrase is looked for in songs that hold its rarest word. If they are very many, in this share of them, and counts are estimates',
        }),
        points: z.array(PointSchema),
      }),
    ),
    periods: z
      .array(z.object({ period: z.string(), songs: z.int(), words: z.int() }))
      .openapi({ description: 'All songs and words of each period; periods without songs are left out' }),
    songs: z.array(z.object({ track_id: z.int(), artist: z.string(), title: z.string() })),
    left_out: z.object({ without_date: z.int(), announced: z.int(), only_year: z.int() }).openapi({
      description:
        'Songs that stand in no period: without a release date, dated after today, or by quarter with a year alone',
    }),
    counted: z.object({
      songs: z.int(),
      words: z.int(),
      at: z.string().nullable().openapi({ description: 'When words were last counted' }),
      waiting: z.int().openapi({
        description:
          'Songs that were stored, changed or removed since; the schedule counts them within minutes',
      }),
    }),
    reason: z.string().nullable().openapi({ description: 'Why there are no periods; null where there are' }),
  })
  .openapi('TrendWords');
