import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { violations } from '../support/axe.ts';
import { demo } from '../support/demo.ts';
import { openPage } from '../support/open-page.ts';

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
      .getByText('12 jobs of the kind “track analyze” failed for good: <b>The model refused</b>')
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
  ])('has the part %s at an address of its own', async (part, heading) => {
    await using opened = await openOperate(`/app/operate?part=${part}`);
    await opened.page.getByRole('heading', { name: heading }).waitFor();
    await opened.page.getByRole('table').first().waitFor();
    expect(await violations(opened.page)).toEqual([]);
    expect(opened.complaints).toEqual([]);
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
