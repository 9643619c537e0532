import { createRoute, z } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import { createRouter } from '../../../src/http/router.ts';
import { booleanParam, decimalParam, integerParam } from '../../../src/http/schemas/parameters.ts';
import { filledText, text } from '../../../src/http/schemas/text.ts';
import { AppError } from '../../../src/lib/errors.ts';

const query = z.object({
  q: filledText(1, 9).default('a'),
  lyrics: filledText(10, 99).default('0123456789'),
  artist: text(1, 9).optional(),
  limit: integerParam({ min: 1, max: 50 }).optional(),
  density: decimalParam({ min: 0, max: 1 }).optional(),
  explicit: booleanParam().optional(),
  mode: z.enum(['hybrid', 'semantic', 'lexical']).optional(),
});
const body = z.strictObject({
  text: z.string(),
  ids: z.array(z.int()).min(1).max(2).optional(),
  depth: z.int().multipleOf(10).optional(),
  score: z.number().positive().optional(),
  cache: z.boolean().optional(),
  parts: z.object({}).optional(),
});

const router = createRouter();
router.openapi(
  createRoute({
    method: 'post',
    path: '/',
    request: { query, body: { required: true, content: { 'application/json': { schema: body } } } },
    responses: { 204: { description: 'Nothing' } },
  }),
  (c) => c.body(null, 204),
);
router.onError((error, c) =>
  error instanceof AppError ? c.json({ detail: error.detail, errors: error.errors }) : c.text('no', 500),
);

/** The sentence of the problem, and each fault as `path message`. */
async function refusalOf(parameters: Record<string, string>, sent: unknown = { text: '' }) {
  const response = await router.request(`/?${new URLSearchParams(parameters)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sent),
  });
  const { detail, errors }: { detail: string; errors: { path: string; message: string }[] } =
    await response.json();
  return { detail, faults: errors.map(({ path, message }) => `${path} ${message}`) };
}

describe('a refused value is explained in words', () => {
  it.each([
    ['q', '', 'must not be empty'],
    ['q', '  ', 'must not be only white space'],
    ['q', '0123456789', 'must have at most 9 characters'],
    ['lyrics', 'a', 'must have at least 10 characters'],
    ['lyrics', `a${' '.repeat(20)}`, 'must have at least 10 characters besides white space around them'],
    ['artist', '', 'must not be empty'],
    ['limit', '0', 'must be at least 1'],
    ['limit', '51', 'must be at most 50'],
    ['density', '-1', 'must be at least 0'],
    ['explicit', 'yes', 'must be true or false'],
    ['mode', 'fast', 'must be hybrid, semantic or lexical'],
  ])('query.%s=%s %s', async (name, value, words) => {
    expect((await refusalOf({ [name]: value })).faults).toEqual([`query.${name} ${words}`]);
  });

  it('counts the characters of a text, as JSON Schema does, and not its UTF-16 units', async () => {
    // The query is checked before the body, which is not valid.
    const fits = async (name: string, value: string) =>
      (await refusalOf({ [name]: value }, null)).faults[0] === 'body must be an object';
    const mic = '\u{1f3a4}';
    expect(await fits('q', mic.repeat(9))).toBe(true);
    expect(await fits('q', mic.repeat(10))).toBe(false);
    expect(await fits('lyrics', mic.repeat(9))).toBe(false);
    expect(await fits('lyrics', mic.repeat(10))).toBe(true);
    expect(await fits('lyrics', ` ${mic.repeat(9)} `)).toBe(false);
  });

  it.each([
    [{}, 'body.text is missing'],
    [{ text: null }, 'body.text must be a text'],
    [{ text: '', ids: 'a' }, 'body.ids must be a list'],
    [{ text: '', ids: [] }, 'body.ids must not be empty'],
    [{ text: '', ids: [1, 2, 3] }, 'body.ids must have at most 2 entries'],
    [{ text: '', ids: [1.5] }, 'body.ids.0 must be a whole number'],
    [{ text: '', ids: ['1'] }, 'body.ids.0 must be a number'],
    [{ text: '', depth: 11 }, 'body.depth must be a multiple of 10'],
    [{ text: '', score: 0 }, 'body.score must be more than 0'],
    [{ text: '', cache: 1 }, 'body.cache must be true or false'],
    [{ text: '', parts: [] }, 'body.parts must be an object'],
    [{ text: '', colour: 1 }, 'body.colour is not a known field'],
    [null, 'body must be an object'],
  ])('%j: %s', async (sent, words) => {
    expect((await refusalOf({}, sent)).faults).toEqual([words]);
  });

  it('says that a parameter is given twice', async () => {
    const response = await router.request('/?limit=5&limit=6', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: '' }),
    });
    expect(await response.json()).toMatchObject({
      errors: [{ path: 'query.limit', message: 'must be one text, not a list' }],
    });
  });

  it('names each refused field once', async () => {
    const { detail } = await refusalOf({ q: '', limit: '0' });
    expect(detail).toBe('Not valid: query.q, query.limit.');
  });
});
