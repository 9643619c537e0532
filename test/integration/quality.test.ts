import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { sql } from '../../src/db/client.ts';
import type { QualityAnswer } from '../../src/http/schemas/quality.ts';
import { VERSE as JUDGED, SOUND_REPLY } from '../support/judged-verse.ts';
import { seedTrack } from '../support/seed.ts';
import { NOBODY, type OwnPart, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';

type Quality = z.infer<typeof QualityAnswer>;

const VERSE = `I kept a ledger in my head of every debt I never paid
My father's empty chair, my mother's hands, the bed he never made
Every winter came collecting, every landlord knew my name
I was a candle in a hallway, I was smoke without the flame
So I studied how the silence sits on people when they lie
How a promise bends the mouth a little crooked at the side`;

let chat: OwnPart;
let barline: TestBarline;
const predict = (body: object, at = barline) =>
  at.call<Quality>('/predict-quality', { lyrics: VERSE, ...body });

async function seedPopular(artist: string, popularities: readonly (number | null)[]): Promise<void> {
  for (const [n, popularity] of popularities.entries()) {
    const id = await seedTrack(barline.sql, {
      artist,
      title: `${artist} ${n}`,
      lyrics: `${artist} song ${n}`,
    });
    await barline.sql.query(
      sql`update tracks set spotify_data = ${JSON.stringify({ popularity })}::jsonb where id = ${id}::int`,
    );
  }
}

beforeAll(async () => {
  chat = await startPart({ kind: 'chat' });
  barline = await openBarline({ redis: 'auto' });
  await seedPopular('Tess Marrow', [10, 20, 30, 40, 50]);
  await seedPopular(
    'Many Others',
    Array.from({ length: 40 }, (_, n) => n),
  );
  await seedPopular('Ál-Dé', [1, 2, 3, 4, 5]);
  await seedPopular('No Figures', [null, null, null, null, null, null]);
}, 60_000);
afterAll(() => chat.stop());

describe('a verse', () => {
  it('gets a score, its interval, its rank, five reasons and what the model can be believed', async () => {
    const { status, body } = await predict({});
    expect(status).toBe(200);
    const { quality_score: score, quality_on_ten: onTen, interval, ratings, drivers, model } = body;
    if (score === null || onTen === null || interval === null) throw new Error('it is scored');
    expect(score).toBeCloseTo((onTen - 1) / 9, 3);
    expect(interval.low_on_ten).toBeLessThan(onTen);
    expect(interval.high_on_ten).toBeGreaterThan(onTen);
    expect(interval.level).toBe(0.8);
    expect(ratings.reduce((sum, { rating, probability }) => sum + rating * probability, 0)).toBeCloseTo(
      onTen,
      2,
    );
    expect(drivers).toHaveLength(5);
    for (const { sentence } of drivers) expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(body.summary).toContain(onTen.toFixed(1));
    expect(model.evidence).toMatch(/misses by/);
    expect(model.mae_constant_median).toBeGreaterThan(0);
    expect(body.not_scored).toBeNull();
    expect(body.lyrics_preview).toMatch(/^I kept a ledger/);
  });

  it('scores a verse quoted in one row as the same in lines, and says how to write one that is not parted', async () => {
    const [lined, quoted] = [await predict({}), await predict({ lyrics: VERSE.replaceAll('\n', ' / ') })];
    expect(quoted.body.quality_on_ten).toBe(lined.body.quality_on_ten);
    const { body } = await predict({ lyrics: VERSE.replaceAll('\n', ' ') });
    expect(body.not_scored?.reason).toBe('prose');
    expect(body.summary).toContain('put each line in a row of its own');
  });

  it('is refused with an artist that no list could print', async () => {
    expect((await predict({ artist: 'Tess\nMarrow' })).status).toBe(422);
  });

  it('scores differently with other words', async () => {
    const plain =
      'I got a cat and I got a hat\nI like to sit and I like to chat\nI like to play and I like to run\nI like the moon and I like the sun';
    const [one, other] = [await predict({}), await predict({ lyrics: plain })];
    expect(other.body.quality_on_ten).toBeLessThan(one.body.quality_on_ten ?? 0);
  });

  it('has no percentiles in an empty catalogue, and says so', async () => {
    expect((await predict({})).body).toMatchObject({ percentiles: [], percentiles_reason: 'too_few_songs' });
  });

  it('is scored without a database, and says what is missing', async () => {
    const alone = barline.withVars({ DATABASE_FETCH_ENDPOINT: NOBODY });
    const { status, body } = await predict({ artist: 'Tess Marrow' }, alone);
    expect(status).toBe(200);
    expect(body.quality_score).not.toBeNull();
    expect(body.percentiles_reason).toBe('database_unavailable');
    expect(body.popularity.reason).toBe('database_unavailable');
  });
});

describe('a text that is no verse in English', () => {
  it.each([
    [
      'language',
      'Camino por la calle con la luna en el bolsillo\nLa noche me pregunta por qué nunca me arrodillo',
    ],
    [
      'unknown_words',
      'asdf jkl qwer tyui zxcv\nfghj kljh asdg qwpo riut\nlkjh gfds mnbv cxza poiu\ntrew qasd fghj klmn vbcx',
    ],
    ['short', 'I walk alone at night and nobody knows my name'],
    [
      'unrhymed',
      'milk\neggs\ntwo loaves of bread\nbutter\na bag of rice\nonions\nwashing powder\ntoilet paper\ncoffee\ncat food for the week\napples',
    ],
    ['code', 'function add(a, b) {\n  return a + b;\n}\nconst total = add(1, 2);\nconsole.log(total);'],
    ['refrain', Array.from({ length: 12 }, () => "I'm never going home tonight").join('\n')],
  ])('is told and not scored: %s', async (reason, lyrics) => {
    const { status, body } = await predict({ lyrics });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      quality_score: null,
      interval: null,
      rank: null,
      drivers: [],
      ratings: [],
      not_scored: { reason },
    });
    expect(body.summary).toContain('Not scored.');
  });

  it.each(['', ' '.repeat(40), 'too short', 'x'.repeat(2001)])(
    'is refused if its length is wrong',
    async (lyrics) => {
      expect((await predict({ lyrics })).status).toBe(422);
    },
  );
});

describe('the popularity of a song', () => {
  it('is that of the songs the catalogue has by the artist, whatever the words', async () => {
    const { body } = await predict({ artist: 'tess  marrow' });
    // Of 50 songs 37 are below 30: 30 of the others, two of the artist's, and those of the third.
    expect(body).toMatchObject({ predicted_popularity: 30, popularity: { songs: 5, reason: null } });
    expect(body.commercial_potential).toBeCloseTo(37 / 50, 3);
  });

  it.each(['ál-dé', 'AL DE', 'Al/De', 'al–de', 'ALDE', ' Ál  Dé '])(
    'knows the artist as %j',
    async (artist) => {
      expect((await predict({ artist })).body).toMatchObject({
        predicted_popularity: 3,
        popularity: { artist: 'Ál-Dé', songs: 5, reason: null },
      });
    },
  );

  it.each([
    ['no_artist', null],
    ['unknown_artist', 'Nobody At All'],
    ['too_few_songs', 'No Figures'],
  ])('is null: %s', async (reason, artist) => {
    const { body } = await predict({ artist });
    expect(body).toMatchObject({
      predicted_popularity: null,
      commercial_potential: null,
      popularity: { reason },
    });
  });
});

describe("a language model's judgement", () => {
  it('stands beside the score where a model is configured, metered, and is null with the reason otherwise', async () => {
    expect((await predict({})).body).toMatchObject({ judgement: null, judgement_reason: 'not_configured' });
    const steps = JSON.stringify([{ content: SOUND_REPLY, times: 0 }]);
    await fetch(new URL('/__script', chat.url), { method: 'POST', body: steps });
    const prices = JSON.stringify({ 'chat-simulator': { prompt: 1, completion: 2 } });
    const judged = barline.withVars({ ...chat.vars, LLM_PRICES: prices });
    const [{ body }, alone] = [await predict({ lyrics: JUDGED }, judged), await predict({ lyrics: JUDGED })];
    expect(body.judgement).toMatchObject({ quality_on_ten: SOUND_REPLY.quality, model: 'chat-simulator' });
    expect(body.judgement?.cost_usd).toBeGreaterThan(0);
    expect(body.quality_on_ten).toBe(alone.body.quality_on_ten);
  });

  it('is null with the reason if the model answers nonsense', async () => {
    const steps = JSON.stringify([{ content: 'Nice verse!', times: 0 }]);
    await fetch(new URL('/__script', chat.url), { method: 'POST', body: steps });
    const { status, body } = await predict(
      { lyrics: `${VERSE}\nAnd nobody could tell` },
      barline.withVars(chat.vars),
    );
    expect(status).toBe(200);
    expect(body.quality_score).not.toBeNull();
    expect(body).toMatchObject({ judgement: null, judgement_reason: expect.stringMatching(/^[a-z_]+$/) });
  });

  it('is not asked for what is no verse, and its failure costs nothing but itself', async () => {
    const judged = barline.withVars(chat.vars);
    expect((await predict({ lyrics: 'milk and eggs and bread today' }, judged)).body.judgement_reason).toBe(
      'not_scored',
    );
    const down = barline.withVars({ ...chat.vars, LLM_BASE_URL: NOBODY });
    const { status, body } = await predict({ lyrics: `${VERSE}\nAnother line of mine` }, down);
    expect(status).toBe(200);
    expect(body.quality_score).not.toBeNull();
    expect(body.judgement).toBeNull();
    expect(body.judgement_reason).not.toBeNull();
  });
});
