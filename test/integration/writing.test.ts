import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type {
  GenerateAnswer,
  NextLinesAnswerSchema,
  TransferAnswerSchema,
} from '../../src/http/schemas/writing-answers.ts';
import { seedTrack } from '../support/seed.ts';
import { openBarline, type TestBarline } from '../support/test-barline.ts';
import type { Problem } from '../support/wire-types.ts';

type Generated = z.infer<typeof GenerateAnswer>;
type NextLines = z.infer<typeof NextLinesAnswerSchema>;
type Transferred = z.infer<typeof TransferAnswerSchema>;

let barline: TestBarline;
const PROMPT = 'walking home before sunrise';
const write = (body: object) => barline.call<Generated>('/generate', { prompt: PROMPT, seed: 1, ...body });
const refuse = (body: object) => barline.call<Problem>('/generate', { prompt: PROMPT, seed: 1, ...body });

const SONGS = [
  'I sweep the harbour floor before the ferries wake\nThe captain owes me more than captains ever take\nThe harbour keeps my name on every plank and rope\nI tie the morning down with harbour wind and hope',
  'The harbour light is low, the gulls are in the yard\nI carry out the nets and every net is hard\nMy brother sold his boat, my mother kept the key\nThe harbour keeps on giving less and less to me',
  'A rope around the post, a lantern on the stern\nThe captain tells the story, waiting for his turn\nI never learned to swim, I never learned to row\nThe harbour taught me how to let the water go',
];

beforeAll(async () => {
  barline = await openBarline({ redis: 'auto' });
  for (const [n, lyrics] of SONGS.entries())
    await seedTrack(barline.sql, { artist: 'Béa O’Marrow', title: `Harbour ${n}`, lyrics });
  await seedTrack(barline.sql, { artist: 'Solo', title: 'Only one' });
  for (const n of [1, 2, 3]) {
    const lyrics = `La luna no me mira cuando salgo a caminar ${n}\nTodo lo que tengo se lo tuve que dejar`;
    await seedTrack(barline.sql, { artist: 'Luna Roja', title: `Luna ${n}`, lyrics, language: 'es' });
  }
}, 120_000);

describe('a verse without a model', () => {
  it('has the lines, the scheme and the syllables that were ordered', async () => {
    const { status, body } = await write({
      lines: 4,
      scheme: 'ABAB',
      syllables: { min: 7, max: 10 },
      max_length: 300,
    });
    expect(status).toBe(200);
    expect(body.lines.map(({ letter }) => letter)).toEqual(['A', 'B', 'A', 'B']);
    expect(body.report).toMatchObject({ scheme: 'ABAB', scheme_met: true, syllables_met: true });
    for (const { syllables, source } of body.lines) {
      expect(syllables).toBeGreaterThanOrEqual(7);
      expect(syllables).toBeLessThanOrEqual(10);
      expect(source).toBe('composed');
    }
    expect(body.generated_lyrics).toBe(body.lines.map(({ text }) => text).join('\n'));
    expect(body.report.characters).toBe(body.generated_lyrics.length);
    expect(body.report.originality.longest_run).toBeLessThanOrEqual(4);
    expect(body.report.originality.whole_lines).toBe(0);
    expect(body.provenance).toMatchObject({ writer: 'composer', reason: 'not_configured', degraded: false });
  });

  it('is the same for the same seed and input, and from the cache the second time', async () => {
    const [first, second] = [await write({ seed: 7 }), await write({ seed: 7 })];
    expect([first.body.cached, second.body.cached]).toEqual([false, true]);
    expect(second.body.generated_lyrics).toBe(first.body.generated_lyrics);
    const other = await barline.withVars({ UPSTASH_REDIS_REST_URL: '' }).call<Generated>('/generate', {
      prompt: PROMPT,
      seed: 7,
    });
    expect(other.body).toMatchObject({ cached: false, generated_lyrics: first.body.generated_lyrics });
  });

  it.each<[string, object]>([
    ['prompt', { prompt: 'money and the rain' }],
    ['style', { style: 'Béa O’Marrow' }],
    ['temperature', { temperature: 0.1 }],
    ['max_length', { max_length: 400 }],
    ['lines', { lines: 2 }],
    ['scheme', { scheme: 'ABBA' }],
    ['syllables', { syllables: 9 }],
    ['rhyme', { rhyme: 'dense' }],
    ['seed', { seed: 2 }],
    ['keep', { keep: [{ line: 2, text: 'Nobody told me where the river goes' }] }],
  ])('differs with %s', async (_, given) => {
    const [plain, changed] = [await write({}), await write(given)];
    expect(changed.status).toBe(200);
    expect(changed.body.generated_lyrics).not.toBe(plain.body.generated_lyrics);
  });

  it('keeps a line as it is', async () => {
    const text = 'Nobody told me where the river goes';
    const { body } = await write({ lines: 2, scheme: 'AA', keep: [{ line: 1, text }] });
    expect(body.lines[0]).toMatchObject({ text, source: 'kept' });
    expect(body.report.scheme_met).toBe(true);
  });

  it('names the measured style, in every spelling of the artist and by id', async () => {
    const spellings = ['Béa O’Marrow', "bea o'marrow", '  BÉA O’MARROW ', 'the Bea-O Marrow'];
    const answers = await Promise.all(spellings.map((style) => write({ style, seed: 3 })));
    const [first, ...others] = answers.map(({ body }) => body);
    expect(first?.style).toBe('Béa O’Marrow');
    expect(first?.style_profile).toMatchObject({ songs: 3 });
    expect(first?.style_profile?.typical_words).toContain('harbour');
    for (const other of others) expect(other.generated_lyrics).toBe(first?.generated_lyrics);
    const byId = await write({ style: first?.style_profile?.artist_id, seed: 3 });
    expect(byId.body.generated_lyrics).toBe(first?.generated_lyrics);
  });
});

describe('a verse without a seed', () => {
  it('has one drawn, with which it can be asked for again, and is not cached', async () => {
    const asked = { seed: undefined, lines: 2, max_length: 120 };
    const first = await write(asked);
    const second = await write(asked);
    expect(second.body.seed).not.toBe(first.body.seed);
    expect(second.body.generated_lyrics).not.toBe(first.body.generated_lyrics);
    const again = await write({ ...asked, seed: first.body.seed });
    expect(again.body).toMatchObject({ cached: false, generated_lyrics: first.body.generated_lyrics });
  });
});

const RHYMED = [
  { line: 1, text: 'I never sleep at night' },
  { line: 3, text: 'I never see the light' },
];

describe('a request that cannot be met', () => {
  it.each<[string, object, string]>([
    ['60 syllables a line', { syllables: 60 }, 'VALIDATION_FAILED'],
    ['a scheme of 40 letters', { scheme: 'A'.repeat(40) }, 'VALIDATION_FAILED'],
    ['all punctuation', { prompt: '!?!?!?!?' }, 'VALIDATION_FAILED'],
    ['four characters', { prompt: 'rain' }, 'VALIDATION_FAILED'],
    ['a kept line behind the last', { lines: 2, keep: [{ line: 3, text: 'x' }] }, 'VALIDATION_FAILED'],
    [
      'twelve lines of twelve syllables in fifty characters',
      { lines: 12, syllables: 12, max_length: 50 },
      'INFEASIBLE',
    ],
    ['one syllable a line', { syllables: 1, lines: 2 }, 'INFEASIBLE'],
    ['kept lines of two letters that rhyme', { lines: 4, keep: RHYMED }, 'INFEASIBLE'],
    ['a kept line of two lines', { keep: [{ line: 1, text: 'one\u2028two' }] }, 'VALIDATION_FAILED'],
    ['syllables in words', { syllables: 'eight' }, 'VALIDATION_FAILED'],
    ['a style of one song', { style: 'Solo' }, 'INFEASIBLE'],
    ['a style in another language', { style: 'Luna Roja' }, 'INFEASIBLE'],
  ])('%s is 422', async (_, given, code) => {
    const { status, body } = await refuse(given);
    expect([status, body.code]).toEqual([422, code]);
    expect(body.errors?.[0]?.message).toBeTruthy();
  });

  it('names the field to change: the length, and one syllable as one', async () => {
    const tight = await refuse({ lines: 12, syllables: 12, max_length: 50 });
    expect(tight.body.errors?.[0]?.path).toBe('max_length');
    const short = await refuse({ syllables: 1, lines: 2 });
    expect(short.body.detail).toContain('is to have 1 syllable;');
  });

  it('names the nearest artists for one that is unknown', async () => {
    const { status, body } = await refuse({ style: 'Bea OMarow' });
    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
    expect(body.errors).toContainEqual({ path: 'style', code: 'near_name', message: 'Béa O’Marrow' });
  });

  it('says what a field of several kinds takes', async () => {
    const { body } = await refuse({ syllables: 'eight', style: ['Solo'] });
    const messages = body.errors?.map(({ path, message }) => `${path} ${message}`);
    expect(messages).toEqual([
      'body.style must be the id of an artist, or a name',
      'body.syllables must be a whole number from 1 to 40, or {min, max} of such numbers',
    ]);
  });

  it('says that an artist is missing where one has to be named', async () => {
    const lyrics = 'I left my money on the kitchen table';
    const { body } = await barline.call<Problem>('/style-transfer', { lyrics });
    expect(body.errors?.[0]).toMatchObject({ path: 'body.target_artist', message: 'is missing' });
  });

  it('says how many songs a style needs', async () => {
    const { body } = await refuse({ style: 'Solo' });
    expect(body.detail).toMatch(/has 1 .* at least 3/);
  });

  it('answers an unusual one where it can: five characters, another language', async () => {
    const answers = [
      await write({ prompt: 'train' }),
      await write({ prompt: 'La luna no me mira cuando salgo a caminar por la calle' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.body.notes.map(({ code }) => code)).toContain('prompt_language');
  });
});

describe('an empty catalogue', () => {
  it('writes from what is built in, and says so', async () => {
    const empty = await openBarline();
    const { status, body } = await empty.call<Generated>('/generate', { prompt: PROMPT, seed: 1 });
    expect(status).toBe(200);
    expect(body.report).toMatchObject({ scheme_met: true, syllables_met: true });
    expect(body.notes.map(({ code }) => code)).toContain('no_similar_songs');
    await seedTrack(empty.sql, {
      lyrics: 'A single song is all there is\nAnd no one knows whose song it is',
    });
    const one = await empty.call<Generated>('/generate', { prompt: 'a single song', seed: 1 });
    expect(one.body.report).toMatchObject({ scheme_met: true, syllables_met: true });
    expect(one.body.report.originality.longest_run).toBeLessThanOrEqual(4);
  });
});

describe('more lines than the characters hold at their usual length', () => {
  it('are shorter, and the answer says so', async () => {
    const { body } = await write({ lines: 8, max_length: 200 });
    expect(body.lines).toHaveLength(8);
    expect(body.report.characters).toBeLessThanOrEqual(200);
    expect(body.notes.map(({ code }) => code)).toContain('lines_shortened');
  });
});

async function streamed(path: string, body: object) {
  const response = await barline.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, stream: true }),
  });
  const text = await response.text();
  return { response, found: [...text.matchAll(/^event: (\w+)\ndata: (.+)$/gm)] };
}

describe('a stream', () => {
  const events = (body: object) => streamed('/generate', { prompt: PROMPT, seed: 5, ...body });

  it('sends the lines, then the report, then the end', async () => {
    const { response, found } = await events({ lines: 4 });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(found.map(([, name]) => name)).toEqual(['line', 'line', 'line', 'line', 'report', 'done']);
    const lines = found.slice(0, 4).map(([, , data = '']) => JSON.parse(data).text);
    expect(JSON.parse(found.at(-1)?.[2] ?? '{}').generated_lyrics).toBe(lines.join('\n'));
  });

  it('does not begin for a request that cannot be met', async () => {
    const { response } = await events({ style: 'Solo' });
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('the next line', () => {
  const LINES = [
    'I leave the door unlocked for anyone at night',
    'My father keeps the stove alive, my mother trims the light',
  ];
  const next = (body: object) => barline.call<NextLines>('/next-lines', { lines: LINES, ...body });

  it('rhymes with a given line or opens a rhyme, and says why', async () => {
    const { status, body } = await next({});
    expect(status).toBe(200);
    expect(body.heard.scheme).toBe('AA');
    expect(body.items.length).toBeGreaterThan(3);
    expect(body.items.some(({ rhymes_with }) => rhymes_with !== null)).toBe(true);
    for (const { why, text } of body.items) {
      expect(why.length).toBeGreaterThan(0);
      expect(LINES).not.toContain(text);
    }
  });

  it('is the same for the same seed, and differs without one, with another one and with a style', async () => {
    const texts = async (body: object) =>
      (await next({ seed: 1, ...body })).body.items.map(({ text }) => text);
    const first = await texts({});
    expect(await texts({})).toEqual(first);
    expect(await texts({ seed: 2 })).not.toEqual(first);
    expect(await texts({ seed: undefined })).not.toEqual(first);
    expect(await texts({ style: 'Béa O’Marrow' })).not.toEqual(first);
    expect(await texts({ count: 2 })).toHaveLength(2);
  }, 120_000);

  it('is refused for syllables that no line has, and found after lines that are longer than any', async () => {
    const { status, body } = await barline.call<Problem>('/next-lines', { lines: LINES, syllables: 1 });
    expect([status, body.code]).toEqual([422, 'INFEASIBLE']);
    const long = 'I walk along the street and sing about the rain and '.repeat(3).trim();
    expect((await next({ lines: [long], seed: 1 })).body.items.length).toBeGreaterThan(0);
  });

  it('is never a line of the catalogue', async () => {
    const [first = ''] = (SONGS[0] ?? '').split('\n');
    const { body } = await next({ lines: [first], style: 'Béa O’Marrow' });
    const known = new Set(SONGS.flatMap((song) => song.toLowerCase().split('\n')));
    for (const { text } of body.items) expect(known.has(text.toLowerCase())).toBe(false);
  });
});

describe('a text in another style', () => {
  const LYRICS =
    'I bought a watch and parked the car beside the club\nThe money keeps me warm and everybody knows my name';
  const rewrite = (body: object) =>
    barline.call<Transferred & Problem>('/style-transfer', {
      lyrics: LYRICS,
      target_artist: 'Béa O’Marrow',
      seed: 1,
      ...body,
    });

  it('is streamed line by line, then the report, then the whole', async () => {
    const asked = { lyrics: LYRICS, target_artist: 'Béa O’Marrow', seed: 4 };
    const { response, found } = await streamed('/style-transfer', asked);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(found.map(([, name]) => name)).toEqual(['line', 'line', 'report', 'done']);
    const [first, second, report, done] = found.map(([, , data = '']) => JSON.parse(data));
    expect([first.before, second.before]).toEqual(LYRICS.split('\n'));
    expect(done.transferred_lyrics).toBe(`${first.after}\n${second.after}`);
    const { body } = await rewrite({ seed: 4 });
    expect(body).toMatchObject({ ...report, cached: true, transferred_lyrics: done.transferred_lyrics });
  });

  it('does not begin a stream for an artist who is unknown', async () => {
    const { response } = await streamed('/style-transfer', {
      lyrics: LYRICS,
      target_artist: 'Nobody At All',
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json',
    ]);
  });

  it('is shown line beside line, with what was changed and why', async () => {
    const { status, body } = await rewrite({});
    expect(status).toBe(200);
    expect(body.lines.map(({ before }) => before)).toEqual(LYRICS.split('\n'));
    expect(body.transferred_lyrics).toBe(body.lines.map(({ after }) => after).join('\n'));
    for (const { before, after, why, source } of body.lines) {
      if (after === before) expect(source).toBe('kept');
      else expect(why).toBeTruthy();
    }
    expect(body.target_profile.typical_words).toContain('harbour');
    expect(body.style.moved).toBeCloseTo(body.style.after.way - body.style.before.way, 3);
    expect(body.content.similarity).toBeGreaterThan(0);
  });

  it('keeps a text of another artist than the named one, and says so', async () => {
    for (const n of [1, 2, 3]) {
      const lyrics = `Money in the club and diamonds on the wrist ${n}\nEverybody wants a name upon the list\nMoney in the car and money on the floor\nDiamonds in the club and everybody wants more`;
      await seedTrack(barline.sql, { artist: 'Goldie Vance', title: `Money ${n}`, lyrics });
    }
    const lyrics =
      'The harbour keeps a rope for me, the captain keeps a light\nI sweep the harbour floor again and tie the boats at night';
    const { status, body } = await rewrite({ lyrics, source_artist: 'goldie vance' });
    expect(status).toBe(200);
    expect(body.notes.map(({ code }) => code)).toContain('source_not_resembled');
  });

  it('stays where it is in a language whose words the composer does not know, and says so', async () => {
    const line = 'Todo lo que tengo se lo tuve que dejar';
    const lyrics = `${line}\n${line}`;
    const { body } = await rewrite({ lyrics });
    expect(body.transferred_lyrics).toBe(lyrics);
    expect(body.notes.map(({ code }) => code)).toEqual(['prompt_language', 'lines_left']);
  });

  it.each<[string, object, number, string]>([
    ['an unknown target', { target_artist: 'Nobody At All' }, 404, 'NOT_FOUND'],
    ['an unknown source', { source_artist: 'Nobody At All' }, 404, 'NOT_FOUND'],
    ['a target of one song', { target_artist: 'Solo' }, 422, 'INFEASIBLE'],
    ['five hundred lines', { lyrics: 'a\n'.repeat(499) }, 422, 'VALIDATION_FAILED'],
    ['headers alone', { lyrics: '[Verse 1]\n\n[Chorus]\n\n[Verse 2]\n' }, 422, 'VALIDATION_FAILED'],
  ])('is refused for %s', async (_, given, status, code) => {
    const answer = await rewrite(given);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
