import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildAssets } from '../../../scripts/build.ts';
import { closeBrowser, openBrowser } from '../../../scripts/local/browser.ts';
import { type PgliteServer, servePglite, wireUrl } from '../../../scripts/local/postgres/pglite-server.ts';
import { bridgeTag, finalTag } from '../../../scripts/release/decide/release-names.ts';
import { runCommand } from '../../../scripts/release/release.ts';
import {
  COMMIT,
  EARLIER,
  history,
  openRig,
  quickRelease,
  type ReleaseRig,
} from '../../support/cloudflare/release-rig.ts';
import { migratedTemplate } from '../../support/migrated-template.ts';

// The command itself, with the wrangler that is installed, against Cloudflare's API and edge on loopback; and a browser with
// tabs that are open all the while.
let rig: ReleaseRig;
let postgres: PgliteServer;
let context: BrowserContext;
/** Files that a tab asked for and did not get. */
const failed: string[] = [];

beforeAll(async () => {
  const template = await migratedTemplate();
  [rig, postgres] = await Promise.all([
    openRig(),
    servePglite({ template, password: 'unused' }),
    buildAssets(),
  ]);
  context = await (await openBrowser()).newContext({ baseURL: rig.site.url });
  context.on('response', (response) => {
    if (response.url().includes('/assets/') && response.status() !== 200) failed.push(response.url());
  });
}, 180_000);

afterAll(async () => {
  await closeBrowser();
  await Promise.all([rig?.close(), postgres?.close()]);
});

const command = (...options: string[]) =>
  runCommand(
    ['--env', 'staging', '--url', rig.site.url, '--skip-checks', ...options],
    {
      CLOUDFLARE_API_BASE_URL: rig.api.url,
      CLOUDFLARE_API_TOKEN: rig.settings.account.token,
      CLOUDFLARE_ACCOUNT_ID: rig.account.id,
      DATABASE_URL: wireUrl(postgres),
      ADMIN_TOKEN: 'token',
      GITHUB_RUN_ID: '1',
    },
    async () => COMMIT,
  );

/** Opens a view that the tab has not loaded yet, as if for the first time. */
const openView = (tab: Page): Promise<string> =>
  tab.evaluate(async () => {
    const response = await fetch('/assets/earlier-view-1.js', { cache: 'no-store' });
    return response.ok ? await response.text() : `HTTP ${response.status}`;
  });

/** While work goes on, the open tab loads its views and new tabs are opened. */
async function whileTabsAreUsed<T>(tab: Page, work: Promise<T>): Promise<T> {
  let isDone = false;
  const ended = work.finally(() => {
    isDone = true;
  });
  do {
    expect(await openView(tab)).toContain('the view of before');
    const another = await context.newPage();
    await another.goto('/', { waitUntil: 'load' });
    await another.close();
  } while (!isDone);
  return await ended;
}

it('a release and a rollback, with tabs that are open all the while', async () => {
  const tab = await context.newPage();
  await tab.goto('/');

  // What would be done: everything is asked, nothing is changed.
  expect(await command('--dry-run')).toBe(0);
  expect(rig.api.requests.filter((one) => !one.startsWith('GET '))).toEqual([]);

  // A version that fails: taken back at 10 %.
  rig.api.interfere = () => {
    for (const { id } of rig.worker.versions.slice(0, -1))
      if (
        rig.worker.deployments[0]?.versions.some((share) => share.version_id === id && share.percentage > 0)
      )
        rig.site.behaviours.set(id, { failing: 0.5, seconds: 0.02 });
    return null;
  };
  const bad = await whileTabsAreUsed(tab, quickRelease(rig, { settings: { stageMs: 5000, pollMs: 100 } }));
  expect(bad.outcome).toMatchObject({ kind: 'rolled back', why: expect.stringContaining('requests failed') });
  rig.api.interfere = () => null;

  // The whole release, by the command and wrangler.
  const code = await whileTabsAreUsed(
    tab,
    command('--again', '--stage-seconds', '1', '--poll-seconds', '0.2'),
  );
  expect(code).toBe(0);
  const shares = history(rig);
  expect(shares.slice(-4)).toEqual([
    `${EARLIER.tag} 50 + ${bridgeTag(COMMIT)} 50`,
    `${bridgeTag(COMMIT)} 100`,
    `${bridgeTag(COMMIT)} 100 + ${finalTag(COMMIT)} 0`,
    `${finalTag(COMMIT)} 100`,
  ]);
  expect(rig.worker.crons).toEqual(['*/15 * * * *']);
  expect([...rig.account.queues.values()].map(({ consumers }) => consumers.length)).toEqual([1, 1, 1]);
  expect(await openView(tab)).toContain('the view of before');
  const fresh = await context.newPage();
  for (const path of ['/', '/app/write', '/app/read']) await fresh.goto(path, { waitUntil: 'networkidle' });
  expect(await fresh.content()).toContain('Barline');

  // What is deployed is what is here; and back to the version before.
  expect(await command('--diff')).toBe(0);
  rig.worker.crons = ['0 * * * *'];
  rig.worker.secrets.add('ADMIN_TOKN');
  expect(await command('--diff')).toBe(1);
  expect(await whileTabsAreUsed(tab, command('--rollback'))).toBe(0);
  expect(history(rig).at(-1)).toBe(`${EARLIER.tag} 100`);

  expect(failed).toEqual([]);
  expect(rig.site.missing).toEqual([]);
}, 240_000);
