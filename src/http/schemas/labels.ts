import { z } from '@hono/zod-openapi';
import { omissible } from './examples.ts';

/** ISO 639 code of a language: two letters, or three if there is no two-letter code. */
export const languageCode = () =>
  z
    .string()
    .regex(/^[a-z]{2,3}$/, { message: 'must be an ISO 639 code in lower case, such as en' })
    .openapi(omissible('ISO 639 code', 'en'));

/** A word of an analysis: a theme or a sentiment. */
const label = (example: string, description: string) =>
  z
    .string()
    .regex(/^[a-z_ -]{2,40}$/, {
      message: `must be 2 to 40 lower-case letters, spaces, "_" or "-", such as ${example}`,
    })
    .openapi(omissible(description, example));

export const themeLabel = () => label('loyalty_family', 'A theme of the analysis');
export const sentimentLabel = () => label('positive', 'A sentiment of the analysis');
