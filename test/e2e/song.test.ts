import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { demo } from '../support/demo.ts';
import { failWith, openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

interface Track {
  id: number;
  title: string;
  lyrics_state: string;
}

async function getJson<T>(path: string): Promise<T> {
  const response = await fetch(demo.url + path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}

async function findTrack(title: string): Promise<Track> {
  const query = new URLSearchParams({ q: title, mode: 'lexical' });
  const { items } = await getJson<{ items: { track: Track }[] }>(`/search?${query}`);
  const track = items.map((hit) => hit.track).find((one) => one.title === title);
  if (track === undefined) throw new Error(`The catalogue holds no ${title}`);
  return track;
}

async function findByState(state: string): Promise<Track> {
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { items: Track[]; next_cursor: string | null } = await getJson(
      `/tracks?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    const track = page.items.find((one) => one.lyrics_state === state);
    if (track !== undefined) return track;
    cursor = page.next_cursor;
  }
  throw new Error(`The catalogue holds no track that is ${state}`);
}

const SONG = 'Snow Emergency Route';
/** The API's address of a song, not the page's. */
const TRACK_ANSWER = /:\d+\/tracks\/\d+$/;

describe('the song page', () => {
  it('shows the song, its sections and its analysis', async () => {
    const { id } = await findTrack(SONG);
    await using opened = await openPage(`/app/tracks/${id}`);
    const { page } = opened;
    await page.getByRole('heading', { level: 1, name: SONG }).waitFor();
    expect(await page.title()).toBe(`${SONG} by Marlow Vane · Barline`);
    expect(await page.getByRole('heading', { level: 3, name: 'Chorus' }).count()).toBe(2);
    expect(await page.locator('.line').count()).toBeGreaterThan(16);
    const analysis = page.getByRole('complementary', { name: 'Analysis' });
    await analysis.getByRole('heading', { name: 'Feeling' }).waitFor();
    await analysis.getByText('Syllables that rhyme').waitFor();
    await page.getByRole('link', { name: 'Marlow Vane', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Marlow Vane' }).waitFor();
    expect(opened.complaints).toEqual([]);
  });

  it('opens at the lines given in the URL', async () => {
    const { id } = await findTrack(SONG);
    await using opened = await openPage(`/app/tracks/${id}#L31-32`);
    const chosen = opened.page.locator('.line-chosen');
    await chosen.first().waitFor();
    expect(await chosen.count()).toBe(2);
    expect(await opened.page.evaluate(() => document.activeElement?.id)).toBe('L31');
    expect(await opened.page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  });

  it('links from a finding to its line', async () => {
    const { id } = await findTrack(SONG);
    await using opened = await openPage(`/app/tracks/${id}`);
    const { page } = opened;
    const evidence = page.locator('.evidence a').first();
    await evidence.waitFor();
    const target = await evidence.getAttribute('href');
    await evidence.click();
    await page.locator(`.line-chosen${target}`).waitFor();
    expect(await page.evaluate(() => `#${document.activeElement?.id}`)).toBe(target);
  });

  it('lights one group in text and strip, and keeps it in the address', async () => {
    const { id } = await findTrack(SONG);
    await using opened = await openPage(`/app/tracks/${id}`);
    const { page } = opened;
    await page.locator('.strip').waitFor();
    const group = page.locator('.groups button').first();
    await group.click();
    expect(await group.getAttribute('aria-pressed')).toBe('true');
    const words = Number(await group.locator('.number').textContent());
    // A rhyme across words is one piece that may hold two of them.
    expect(await page.locator('.verse .rhyme.is-lit').count()).toBeGreaterThan(1);
    expect(await page.locator('.strip-ring').count()).toBeGreaterThanOrEqual(words);
    expect(page.url()).toMatch(/[?&]g=\d+/);
    await page.goBack();
    await expect.poll(() => page.locator('.is-lit').count()).toBe(0);
    expect(await page.locator('.verse').textContent()).toContain('SNOW EMERGENCY ROUTE');
  });

  it('counts more words as rhymes where every echo is asked for, and fewer where only sure ones are', async () => {
    const { id } = await findTrack(SONG);
    await using opened = await openPage(`/app/tracks/${id}`);
    const { page } = opened;
    await page.locator('.strip').waitFor();
    const slider = page.getByRole('slider', { name: 'What counts as a rhyme' });
    const rhymes = () => page.locator('.verse .rhyme').count();
    const usual = await rhymes();
    await slider.press('End');
    await expect.poll(rhymes).toBeLessThan(usual);
    expect(await slider.getAttribute('aria-valuetext')).toBe('only sure rhymes');
    await slider.press('Home');
    await expect.poll(rhymes).toBeGreaterThan(usual);
    expect(page.url()).toContain('s=-4');
  });

  it('copies the line of the address', async () => {
    const { id } = await findTrack(SONG);
    await using opened = await openPage(`/app/tracks/${id}#L31`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const { page } = opened;
    await page.getByRole('button', { name: 'Copy it' }).click();
    await page.getByText('The line is copied.').waitFor();
    const line = await page.locator('#L31 .line-words').textContent();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(line);
  });

  it('rates the song when it is asked to', async () => {
    const { id } = await findTrack(SONG);
    await using opened = await openPage(`/app/tracks/${id}`);
    const { page } = opened;
    await page.getByRole('button', { name: 'Rate it' }).click();
    await page.getByRole('heading', { name: 'What moved it' }).waitFor();
  });

  it('links to similar songs', async () => {
    const { id } = await findTrack(SONG);
    await using opened = await openPage(`/app/tracks/${id}`);
    const { page } = opened;
    const link = page.locator('.similar li a').first();
    const title = (await link.textContent()) ?? '';
    await link.click();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });

  it('explains that a song is an instrumental', async () => {
    const { id } = await findByState('instrumental');
    await using opened = await openPage(`/app/tracks/${id}`);
    await opened.page.getByText('This is an instrumental').waitFor();
    expect(await opened.page.locator('.line').count()).toBe(0);
  });

  it('explains that a song is unreleased', async () => {
    const { id } = await findByState('unreleased');
    await using opened = await openPage(`/app/tracks/${id}`);
    await opened.page.getByText('not released').waitFor();
  });

  it('shows two lines and says so when lyrics are not public', async () => {
    const track = await findTrack(SONG);
    await using opened = await openPage('/');
    const { page } = opened;
    await page.route(TRACK_ANSWER, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), lyrics: null } });
    });
    await page.goto(`/app/tracks/${track.id}`);
    await page.getByText('Full lyrics are not public here').waitFor();
    expect(await page.locator('.line').count()).toBe(0);
    expect(((await page.locator('blockquote').textContent()) ?? '').split('\n').length).toBeLessThanOrEqual(
      2,
    );
  });

  it('shows markup in a title as text', async () => {
    const track = await findTrack(SONG);
    const title = '<script>window.broken = true</script><b>Bold</b>';
    await using opened = await openPage('/');
    const { page } = opened;
    await page.route(TRACK_ANSWER, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), title } });
    });
    await page.goto(`/app/tracks/${track.id}`);
    await page.locator('.song-title').waitFor();
    expect(await page.locator('.song-title').textContent()).toBe(title);
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
    expect(opened.complaints).toEqual([]);
  });

  it.each(['2147483000', 'nonsense'])(
    'says that song %s does not exist, and offers the search',
    async (id) => {
      await using opened = await openPage(`/app/tracks/${id}`);
      const { page } = opened;
      await page.getByRole('heading', { level: 1, name: 'No such song' }).waitFor();
      expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
      await page.getByRole('link', { name: 'Search the songs' }).click();
      await page.getByRole('searchbox').waitFor();
    },
  );

  it('shows a failure and opens the song on retry', async () => {
    const { id } = await findTrack(SONG);
    await using opened = await openPage('/');
    const { page } = opened;
    await failWith(page, TRACK_ANSWER, {
      status: 500,
      title: 'Something failed inside',
      detail: 'It was logged.',
    });
    await page.goto(`/app/tracks/${id}`);
    await page.getByRole('alert').getByText('Something failed inside').waitFor();
    await page.unroute(TRACK_ANSWER);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: SONG }).waitFor();
  });

  it('shows the not-found page at an unknown address', async () => {
    await using opened = await openPage('/app/nowhere');
    await opened.page.getByRole('heading', { level: 1, name: 'No such page' }).waitFor();
  });
});
