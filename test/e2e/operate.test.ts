import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import type { Health } from '../../src/web/api/types.ts';
import { violations } from '../support/axe.ts';
import { demo } from '../support/demo.ts';
import { failWith, openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

async function openOperate(path = '/app/operate') {
  const opened = await openPage('/');
  await opened.page.evaluate((key) => sessionStorage.setItem('barline-key', key), demo.adminToken);
  await opened.page.goto(path);
  await opened.page.getByRole('heading', { level: 1, name: 'Operate' }).waitFor();
  return opened;
}

describe('looking after the server', () => {
  it('needs a key, and is in the navigation with one', async () => {
    await using opened = await openPage('/app/operate');
    const { page } = opened;
    const nav = page.getByRole('navigation', { name: 'Main' });
    await page.getByText('needs the key of an operator').waitFor();
    expect(await nav.getByRole('link', { name: 'Operate' }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('main').getByRole('button', { name: 'Use a key' }).click();
    await page.getByRole('textbox', { name: 'Key' }).fill(demo.adminToken);
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByRole('heading', { name: 'Needs a hand' }).waitFor();
    await nav.getByRole('link', { name: 'Operate' }).waitFor();
  });

  it('shows what needs a hand first, and sends failed jobs again', async () => {
    await using opened = await openOperate('/app/operate?part=models');
    const { page } = opened;
    const group = {
      type: 'track.analyze',
      code: 'UPSTREAM_REJECTED',
      upstream: 'llm',
      count: 12,
      first_at: '2026-01-02T10:00:00Z',
      last_at: '2026-01-02T10:00:00Z',
      message: '<b>The model refused</b>',
      example_ids: [1],
    };
    const sent: unknown[] = [];
    await page.route(/\/admin\/dead-letters\/groups$/, (route) =>
      route.fulfill({ json: { items: sent.length === 0 ? [group] : [] } }),
    );
    await page.route(/\/admin\/dead-letters\/replay$/, async (route) => {
      sent.push(route.request().postDataJSON());
      await route.fulfill({ status: 202, json: { replayed: 12 } });
    });
    await page.getByRole('link', { name: 'Now' }).click();
    await page
      .getByText('12 songs could not be analysed and were given up: <b>The model refused</b>.')
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('12 jobs sent again.').waitFor();
    await page.getByText('Nothing needs a hand.').waitFor();
    expect(sent).toEqual([{ type: 'track.analyze', code: 'UPSTREAM_REJECTED', upstream: 'llm' }]);
  });

  it.each([
    ['songs', 'Runs'],
    ['models', 'Who analysed the catalogue'],
    ['settings', 'Settings in use'],
  ])('has the part %s at an address of its own', async (part, heading) => {
    await using opened = await openOperate(`/app/operate?part=${part}`);
    await opened.page.getByRole('heading', { name: heading }).waitFor();
    await opened.page.getByRole('table').first().waitFor();
    expect(await violations(opened.page)).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });

  it('goes on before its time with what a source refused, on request', async () => {
    await using opened = await openOperate('/app/operate?part=settings');
    const { page } = opened;
    await page.route(/\/health$/, async (route) => {
      const response = await route.fetch();
      const health = (await response.json()) as Health;
      const site = health.components.genius_web;
      if (site === undefined) throw new Error('The health has no site of Genius');
      site.status = 'degraded';
      site.breaker = 'open';
      site.detail = 'circuit open after failures';
      site.next_try_at = new Date(Date.now() + 12 * 60_000).toISOString();
      await route.fulfill({ response, json: health });
    });
    await page.getByRole('link', { name: 'Now' }).click();
    const concern = page
      .getByRole('listitem')
      .filter({ hasText: /The site of Genius refused or failed and is left alone; next try/ });
    const request = page.waitForRequest(/\/admin\/resume/);
    await concern.getByRole('button', { name: 'Resume now' }).click();
    expect((await request).url()).toMatch(/\?early=true$/);
    await page.getByRole('status').getByText('What was waiting goes on.').waitFor();
    await page.getByText(/parts in use/).click();
    await page.getByRole('row', { name: /The site of Genius left alone/ }).waitFor();
    await page.getByText(/The caches answered|No cache was asked/).click();
    await page.getByRole('table', { name: 'Look-ups of each cache' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('shows each job that was given up, and sends it again', async () => {
    await using opened = await openOperate('/app/operate?part=settings');
    const { page } = opened;
    const letter = {
      id: 7,
      queue: 'barline-analysis',
      message_id: 'm',
      message_type: 'track.analyze',
      body: { type: 'track.analyze', track_id: 1 },
      error: null,
      cause: null,
      attempts: 5,
      created_at: '2026-01-02T10:00:00Z',
      replayed_at: null,
    };
    const sent: string[] = [];
    await page.route(/\/admin\/dead-letters\?/, (route) =>
      route.fulfill({ json: { items: sent.length === 0 ? [letter] : [], next_cursor: null } }),
    );
    await page.route(/\/admin\/dead-letters\/7\/replay$/, async (route) => {
      sent.push(route.request().method());
      await route.fulfill({ status: 202, json: letter });
    });
    await page.getByRole('link', { name: 'Failures' }).click();
    await page.getByRole('row', { name: /Song to be analysed.*The cause was not kept/ }).waitFor();
    await page.getByRole('heading', { name: 'Failures since counting began' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send again job 7' }).click();
    await page.getByText('No job was given up.').waitFor();
    expect(sent).toEqual(['POST']);
  });

  it('tells how often the engine stepped in, and whether judgements are as they were', async () => {
    await using opened = await openOperate('/app/operate?part=settings');
    const { page } = opened;
    const figures = `barline_analyses_total{analyzer="algorithmic",degraded="true"} 3
barline_analyses_total{analyzer="algorithmic",degraded="false"} 9
`;
    const distribution = { of: 'judge', reference_songs: 900, reference_made_at: null };
    const drift = {
      judge: 'engine',
      measured_at: null,
      answers: { held: 0.97, failed: 0, songs: 400 },
      distributions: [
        { ...distribution, subject: 'judge_sentiment', index: 0.31, state: 'large', songs: 400 },
        { ...distribution, subject: 'judge_quality', index: null, state: 'too_few', songs: 12 },
      ],
    };
    await page.route(/\/models\/status$/, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...(await answer.json()), drift } });
    });
    await page.route(/\/metrics$/, (route) => route.fulfill({ body: figures, contentType: 'text/plain' }));
    await page.getByRole('link', { name: 'Models' }).click();
    await page.getByRole('row', { name: /Lyric engine 12 3 of 12 \(25 %\)/ }).waitFor();
    await page.getByText('97 % of the songs that were judged again got the same answer.').waitFor();
    await page.getByRole('row', { name: /Judged: sentiment 400 0\.31 far/ }).waitFor();
    await page.getByRole('row', { name: /Judged: quality 12 not measured too few songs to tell/ }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('has buttons that can be read in forced colours', async () => {
    await using opened = await openPage('/app/operate', { forcedColors: 'active' });
    const button = opened.page.getByRole('main').getByRole('button', { name: 'Use a key' });
    // Else the plate behind the text has the colour of the text.
    expect(await button.evaluate((element) => getComputedStyle(element).forcedColorAdjust)).toBe('none');
  });

  it('says what a key with too small a scope lacks', async () => {
    await using opened = await openOperate('/app/operate?part=settings');
    const { page } = opened;
    await failWith(page, /\/config\/info$/, {
      status: 403,
      title: 'The key may not do this',
      detail: 'It lacks operations:read.',
    });
    await page.reload();
    await page.getByRole('alert').getByText('The key may not do this').waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Use another key' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('replaces a key by one of the same name, and both work for a while', async () => {
    await using opened = await openOperate('/app/operate?part=keys');
    const { page } = opened;
    const name = 'a key that is replaced';
    await page.getByLabel('Who or what it is for').fill(name);
    await page.getByRole('button', { name: 'Make it' }).click();
    const made = page.getByRole('dialog', { name: 'The new key' });
    const first = await made.locator('code').textContent();
    await made.getByRole('button', { name: 'Close' }).click();
    await page
      .getByRole('button', { name: `Replace ${name}` })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: `Replace “${name}”?` });
    await dialog.getByLabel('Both work for').selectOption('an hour');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
    await made.getByText('The old key works until').waitFor();
    const second = await made.locator('code').textContent();
    expect(second).not.toBe(first);
    for (const key of [first, second]) {
      const response = await fetch(`${demo.url}/models/info`, {
        headers: { authorization: `Bearer ${key}` },
      });
      expect(response.status).toBe(200);
    }
    await made.getByRole('button', { name: 'Close' }).click();
    await page
      .getByRole('row', { name: new RegExp(`${name}.*replaced, works until`) })
      .first()
      .waitFor();
  });

  it('makes a key, shows it once, and revokes it after asking', async () => {
    await using opened = await openOperate('/app/operate?part=keys');
    const { page } = opened;
    const name = 'a key of the browser test';
    await page.getByLabel('Who or what it is for').fill(name);
    await page.getByRole('button', { name: 'Make it' }).click();
    const dialog = page.getByRole('dialog', { name: 'The new key' });
    expect(await dialog.locator('code').textContent()).toMatch(/^bl_local_/);
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page
      .getByRole('button', { name: `Revoke ${name}` })
      .first()
      .click();
    await page
      .getByRole('dialog', { name: `Revoke “${name}”?` })
      .getByRole('button', { name: 'Revoke' })
      .click();
    await page.getByText('The key was revoked.').waitFor();
    await page
      .getByRole('row', { name: new RegExp(name) })
      .getByText('revoked', { exact: true })
      .first()
      .waitFor();
  });
});
