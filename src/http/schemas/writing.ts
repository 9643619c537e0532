import { z } from '@hono/zod-openapi';
import { RHYME_DEPTHS } from '../../services/generation/contract.ts';
import { MAX_LINES, NAMED_SCHEMES } from '../../services/generation/plan-verse.ts';
import { EXAMPLE_LYRICS, omissible } from './examples.ts';
import { filledText } from './text.ts';

const MAX_ID = 2_147_483_647;
const MAX_SYLLABLES = 40;
const MAX_KEPT_CHARACTERS = 200;
/** What ends a line for one program or another. */
const LINE_END = /[\n\v\f\r\u0085\u2028\u2029]/;
const HAS_WORD = /[\p{L}\p{N}]/u;

const withWord = (min: number, max: number) =>
  filledText(min, max).refine((value) => HAS_WORD.test(value), {
    message: 'must hold at least one letter or digit',
  });

const oneLine = (max: number) =>
  withWord(1, max).refine((value) => !LINE_END.test(value), { message: 'must be one line' });

const artistRef = () =>
  z.union([z.int().min(1).max(MAX_ID), withWord(1, 200)], {
    error: ({ input }) => (input === undefined ? 'is missing' : 'must be the id of an artist, or a name'),
  });

const syllableCount = z.int().min(1).max(MAX_SYLLABLES);
export const SyllablesSchema = z.union(
  [
    syllableCount,
    z
      .strictObject({ min: syllableCount, max: syllableCount })
      .refine(({ min, max }) => min <= max, { path: ['max'], message: 'must not be below min' }),
  ],
  { error: `must be a whole number from 1 to ${MAX_SYLLABLES}, or {min, max} of such numbers` },
);

const scheme = z
  .string()
  .refine((value) => /^[A-Za-z-]+$/.test(value), {
    message: `must be ${NAMED_SCHEMES.join(', ')}, or letters and "-"`,
  })
  .refine((value) => value.length <= MAX_LINES, { message: `must have at most ${MAX_LINES} letters` })
  .transform((value) => (value.toLowerCase() === 'free' ? 'free' : value.toUpperCase()));

const depth = z.enum(RHYME_DEPTHS);
const temperature = z.number().min(0.1).max(1).default(0.8).openapi({
  description: 'How far the choice of words strays from the most fitting ones',
});
const seed = z
  .int()
  .min(0)
  .max(2_147_483_647)
  .optional()
  .openapi(
    omissible(
      'The same seed and input give the same text without a model, and from the cache with one. Without a seed one is ' +
        'drawn and returned, so that the text can be asked for again; such an answer is not cached',
      1,
    ),
  );
const stream = z.boolean().default(false).openapi({
  description: 'true: answer as server-sent events',
});

export const GenerateBody = z
  .strictObject({
    prompt: withWord(5, 200).openapi({ description: 'What to write about' }),
    style: artistRef()
      .nullish()
      .openapi(omissible('An artist of the catalogue, by id or by name in any spelling', 'Oda Brightwater')),
    temperature,
    max_length: z.int().min(50).max(500).default(200).openapi({
      description: 'Most characters of the text with its line ends; the text ends on a line end',
    }),
    lines: z
      .int()
      .min(1)
      .max(MAX_LINES)
      .optional()
      .openapi(omissible('Lines; without it as many as max_length usually holds', 4)),
    scheme: scheme
      .optional()
      .openapi(
        omissible(
          'Rhyme scheme: AABB (the default), ABAB, ABBA, AAAA, free, or letters of your own, where "-" is free; a scheme is repeated with new letters',
          'ABAB',
        ),
      ),
    syllables: SyllablesSchema.optional().openapi({
      description:
        'Syllables of a line: a number, or a range as {min, max}. Without it those of the style, or 8 to 12',
    }),
    rhyme: depth.optional().openapi({
      description:
        'single: line ends rhyme; multi: over two syllables or more where words allow; dense: and within lines. Without it that of the style, or single',
    }),
    seed,
    keep: z
      .array(z.strictObject({ line: z.int().min(1).max(MAX_LINES), text: oneLine(MAX_KEPT_CHARACTERS) }))
      .max(MAX_LINES)
      .default([])
      .openapi({
        description: 'Lines to keep as they are, by their number from 1; the others are written around them',
      }),
    stream,
  })
  .openapi({ example: { prompt: 'walking home before sunrise', lines: 4, scheme: 'ABAB', seed: 1 } });

const givenLine = oneLine(MAX_KEPT_CHARACTERS);

export const NextLinesBody = z
  .strictObject({
    lines: z.array(givenLine).min(1).max(MAX_LINES).openapi({ description: 'The lines so far, in order' }),
    prompt: withWord(5, 200)
      .optional()
      .openapi(
        omissible('What the text is about; without it what its last lines are about', 'a long way home'),
      ),
    style: artistRef()
      .nullish()
      .openapi(omissible('An artist of the catalogue, by id or by name in any spelling', 'Oda Brightwater')),
    count: z.int().min(1).max(10).default(10).openapi({ description: 'Most candidates' }),
    rhyme: depth.default('single'),
    syllables: SyllablesSchema.optional().openapi({
      description: 'Syllables of the line; without it as many as the given lines have',
    }),
    temperature,
    seed,
  })
  .openapi({
    example: { lines: ['I count the lamps along the lane', 'The kettle hums about the rain'], count: 5 },
  });

export const TransferBody = z
  .strictObject({
    lyrics: withWord(20, 1000).openapi({
      description: `At most ${MAX_LINES} lines besides headers and blank ones`,
    }),
    source_artist: artistRef()
      .nullish()
      .openapi(
        omissible('The artist whose text it is; without one the text stands for itself', 'Oda Brightwater'),
      ),
    target_artist: artistRef().openapi({
      description: 'An artist of the catalogue, by id or by name in any spelling',
    }),
    rhyme: depth.optional().openapi({
      description: 'single, multi or dense, as for a verse; without it that of the target',
    }),
    temperature,
    seed,
    stream,
  })
  .openapi({ example: { lyrics: EXAMPLE_LYRICS, target_artist: 1, seed: 1 } });
