import { afterAll, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import type { TrackDetail } from '../../src/web/api/types.ts';
import { demo } from '../support/demo.ts';
import { openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

/** Text that the page must never show: a signed zero, a plural after the number one, names from the code. */
const NOT_WORDS =
  /[−-]0(?:\.0+)?\b(?!\.)|\b1 (?:songs|places|artists|syllables|rhyme groups)\b|\b[a-z]+_[a-z]+\b|[a-z][A-Z][a-z]+Reason/;

async function openChanged(change: (track: TrackDetail) => TrackDetail) {
  const opened = await openPage('/');
  await opened.page.route(/:\d+\/tracks\/\d+$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: change((await answer.json()) as TrackDetail) });
  });
  return opened;
}

async function analysedTrack(): Promise<number> {
  const response = await fetch(`${demo.url}/search?q=mic&mode=lexical&theme=hip_hop`);
  const { items } = (await response.json()) as { items: { track: { id: number } }[] };
  return items[0]?.track.id ?? 0;
}

it('a song with almost no data is described in words', async () => {
  const id = await analysedTrack();
  await using opened = await openChanged((track) => {
    if (track.analysis === null) throw new Error('The song is not analysed');
    const { analysis } = track;
    const themes = analysis.themes.map((one) => ({ ...one, evidence: one.evidence.slice(0, 1) }));
    const provenance = { ...analysis.provenance, degraded: true, reason: 'circuit_open' };
    return {
      ...track,
      lyrics: null,
      analysis: { ...analysis, themes, provenance, sentiment_score: -0.001 },
    };
  });
  const { page } = opened;
  await page.goto(`/app/tracks/${id}`);
  await page.locator('.who').waitFor();
  const text = await page.getByRole('complementary', { name: 'Analysis' }).textContent();
  expect(text).toContain('0.00');
  expect(text).toContain('from 1 place in the text');
  expect(text).not.toMatch(NOT_WORDS);
});

it('a song without lyrics says why in words', async () => {
  const id = await analysedTrack();
  await using opened = await openChanged((track) => ({
    ...track,
    lyrics: null,
    lyrics_available: false,
    lyrics_state: 'instrumental',
    lyrics_evidence: 'Genius gives "instrumental" as the reason why there are no lyrics',
  }));
  const { page } = opened;
  await page.goto(`/app/tracks/${id}`);
  await page.getByText('This is an instrumental').waitFor();
  expect(await page.getByRole('region', { name: 'Lyrics' }).textContent()).not.toMatch(NOT_WORDS);
});
