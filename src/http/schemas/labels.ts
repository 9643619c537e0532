import { z } from '@hono/zod-openapi';
import { SENTIMENTS } from '../../lyrics/contract.ts';
import { THEMES } from '../../lyrics/themes/theme-names.ts';
import { omissible } from './examples.ts';

const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** ISO 639 code of a language: two letters, or three if there is no two-letter code. */
export const languageCode = () =>
  z
    .string()
    .regex(/^[a-z]{2,3}$/, { message: 'must be an ISO 639 code in lower case, such as en' })
    .refine((code) => !/^[a-z]{2,3}$/.test(code) || NAMES.of(code) !== undefined, {
      message: 'must be the ISO 639 code of a language, such as en, es, fr, de or ja',
    })
    .openapi(omissible('ISO 639 code', 'en'));

/** One of the words that analyses use. */
const label = <T extends string>(allowed: readonly T[], example: T, description: string) =>
  z.enum(allowed, { error: `must be one of ${allowed.join(', ')}` }).openapi(omissible(description, example));

export const themeLabel = () => label(THEMES, 'loyalty_family', 'A theme of the analysis');
export const sentimentLabel = () => label(SENTIMENTS, 'positive', 'A sentiment of the analysis');
