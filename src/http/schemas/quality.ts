import { z } from '@hono/zod-openapi';
import { QualitySchema } from '../../services/quality/contract.ts';
import { omissible } from './examples.ts';
import { filledText, nameText } from './text.ts';

const EXAMPLE =
  'I kept the receipts of the winter in a drawer beneath the bed\n' +
  'Every letter that I opened had a number that I dread\n' +
  'So I worked until the morning put a copper in the sky\n' +
  'And I learned to tell the weather by the way the pigeons fly';

export const QualityBody = z
  .strictObject({
    lyrics: filledText(20, 2000).openapi({
      description:
        'A verse or a song in English, each line in a row of its own or, all in one row, parted by " / "',
    }),
    artist: nameText(200)
      .nullish()
      .openapi(
        omissible(
          'Who it is by, in any spelling; only the popularity of the songs that the catalogue has by this artist depends on it',
          'Oda Brightwater',
        ),
      ),
  })
  .openapi({ example: { lyrics: EXAMPLE } });

export const QualityAnswer = QualitySchema.extend({
  timestamp: z.string(),
  processing_time_ms: z.number(),
}).openapi('QualityAnswer');
