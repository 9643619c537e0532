import { z } from '@hono/zod-openapi';
import { RhymeReportSchema } from '../../lyrics/rhyme/contract.ts';
import { NO_RHYMES, RHYME_CHOICES, RHYME_KINDS } from '../../lyrics/rhyme/finder/contract.ts';
import { THEMES } from '../../lyrics/themes/theme-names.ts';
import { omissible } from './examples.ts';
import { integerParam, withDefault } from './parameters.ts';
import { filledText } from './text.ts';
import { WithheldSchema } from './tracks.ts';

export const RhymesQuery = z.strictObject({
  word: filledText(1, 60).openapi({
    description:
      'A word or a phrase, with capitals, accents and punctuation as it is written: `read`, `runnin’`, `NBA`, `on my mind`',
    example: 'waiting',
  }),
  kind: z.enum(RHYME_CHOICES).default('best').openapi({
    description:
      '`best`: perfect rhymes, and near ones for a reading that has no perfect rhyme; `perfect`: every sound from the last stressed vowel on is the same; `near`: these sounds are similar; `multi`: at least two syllables match',
  }),
  syllables: integerParam({ min: 1, max: 10 })
    .optional()
    .openapi(omissible('Only words and phrases with this number of syllables', 2)),
  topic: z
    .enum(THEMES)
    .optional()
    .openapi({ description: 'Only words and phrases that belong to this theme' }),
  limit: withDefault(integerParam({ min: 1, max: 100 }), 20).openapi({
    description: 'Maximum number of rhymes; the readings of the word share it',
  }),
});

const ReadingSchema = z.object({
  pronunciation: z.string().openapi({ description: 'ARPABET with stress', example: 'R EH1 D' }),
  label: z.string().nullable().openapi({
    description: 'Its most frequent rhyme; null where nothing rhymes',
    example: 'like "said"',
  }),
  gloss: z.string().nullable().openapi({
    description: 'What the word means when it is read so, for listed homographs',
    example: 'past of read',
  }),
});

const NoRhymesSchema = z
  .object({
    code: z.enum(NO_RHYMES).openapi({
      description:
        '`no_words`: neither letters nor digits; `unknown_script`: no Latin letters; `no_vowel`; `one_syllable`: too short for `multi`; `filtered`: rhymes exist without the filter; `none`',
    }),
    detail: z.string().openapi({ description: 'What was looked for' }),
    try_kinds: z.array(z.enum(RHYME_KINDS)).openapi({ description: 'Kinds that find something' }),
  })
  .nullable()
  .openapi({ description: 'Why there are no items; null where there are' });

export const RhymesSchema = z
  .object({
    word: z.string(),
    kind: z.enum(RHYME_CHOICES).openapi({ description: 'What was asked for' }),
    bars_available: z.boolean().openapi({ description: 'Whether the catalogue could be queried' }),
    readings: z.array(ReadingSchema).openapi({
      description: 'The ways to read the word, the most common first; empty where it has no sound',
    }),
    reason: NoRhymesSchema,
    items: z.array(
      z.object({
        word: z.string().openapi({ description: 'A word, or a phrase of two to four words' }),
        is_phrase: z.boolean(),
        kind: z.enum(RHYME_KINDS),
        reading: z.int().nonnegative().openapi({ description: 'Index in `readings` of what it rhymes with' }),
        score: z.number().openapi({ description: '1: the same sound from the rhyming vowel on' }),
        syllables: z.int(),
        matched: z.int().openapi({ description: 'Number of rhyming syllables, counted from the end' }),
        frequency: z.number().openapi({
          description:
            'log2 of the number of uses in 51 million spoken words; of a phrase, that of its rarest word',
        }),
        bars: z.array(
          z.object({
            track_id: z.int(),
            artist: z.string(),
            title: z.string(),
            bar: z.string().openapi({
              description:
                'The last 160 characters of a line that ends on the word; empty if `withheld` gives a reason',
            }),
            withheld: WithheldSchema,
          }),
        ),
      }),
    ),
  })
  .openapi('Rhymes');

export const TrackRhymesSchema = z
  .object({
    track_id: z.int(),
    artist: z.string(),
    title: z.string(),
    words_withheld: z.boolean().openapi({
      description: 'Lyrics are not public: the words are empty, only positions and letters are given',
    }),
    rhyme: RhymeReportSchema.openapi('RhymeReport'),
  })
  .openapi('TrackRhymes');
