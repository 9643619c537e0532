import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import {
  type MisbehavingServer,
  type Misdeed,
  startMisbehavingServer,
} from '../support/misbehaving-server.ts';
import { openPage } from '../support/open-page.ts';

let server: MisbehavingServer;

beforeAll(async () => {
  server = await startMisbehavingServer();
});

afterAll(async () => {
  await closeBrowser();
  await server[Symbol.asyncDispose]();
});

const SEARCH = /^\/search\?/;
const QUESTION = '/?q=night&mode=lexical';
const TIMEOUT_MS = 20_000;

/** The page behind a server that misbehaves on request and passes everything on until then. */
async function open(path: string) {
  server.misbehave(null);
  return openPage(path, { baseURL: server.url });
}

const alertOf = (page: Page) => page.getByRole('main').getByRole('alert');

const PROBLEM = { title: 'The database does not answer', detail: 'It is being moved.', code: 'TEST' };

describe('a search that fails', () => {
  const faults: [string, Misdeed, string, string][] = [
    ['without an answer', 'refuses', 'No answer', 'Check the connection'],
    ['with an answer that is cut', 'cuts', 'The answer broke off', 'Try again'],
    ['with half an answer', 'sends half', 'The answer cannot be read', 'Try again'],
    ['with a web page', 'sends a page', 'Something else answered', 'network'],
    [
      'with too many requests',
      { status: 429, headers: { 'retry-after': '12' }, body: { title: 'Too many requests' } },
      'Too many requests',
      'Try again in 12 seconds.',
    ],
    ['with an outage', { status: 503, body: PROBLEM }, PROBLEM.title, 'Try again in a moment.'],
  ];

  it.each(faults)('%s says what happened and what to do, and recovers', async (_, misdeed, title, advice) => {
    await using opened = await open('/');
    const { page } = opened;
    server.misbehave(SEARCH, misdeed);
    await page.goto(QUESTION);
    await alertOf(page).getByText(title, { exact: true }).waitFor();
    expect(await alertOf(page).textContent()).toContain(advice);
    expect(await page.getByText('Searching…').count()).toBe(0);
    server.misbehave(null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.hit').first().waitFor();
    expect(await alertOf(page).count()).toBe(0);
  });

  it.each(['hangs', 'stalls'] as const)('because the server %s ends at the time limit', async (misdeed) => {
    await using opened = await open('/');
    const { page } = opened;
    await page.clock.install();
    server.misbehave(SEARCH, misdeed);
    const asked = page.waitForRequest((request) =>
      SEARCH.test(new URL(request.url()).pathname + new URL(request.url()).search),
    );
    await page.goto(QUESTION);
    await asked;
    await page.getByText('Searching…').waitFor();
    await page.clock.fastForward(TIMEOUT_MS);
    await alertOf(page).getByText('The answer took too long', { exact: true }).waitFor();
  });

  it('offline says so', async () => {
    await using opened = await open('/');
    const { page } = opened;
    await page.getByRole('searchbox').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('searchbox').fill('night');
    await page.getByRole('searchbox').press('Enter');
    await alertOf(page).getByText('You are offline', { exact: true }).waitFor();
  });

  it('that is permanent offers no retry', async () => {
    await using opened = await open('/');
    const { page } = opened;
    server.misbehave(SEARCH, { status: 422, body: { title: 'The request does not fit' } });
    await page.goto(QUESTION);
    await alertOf(page).getByText('The request does not fit').waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });
});

it('similar songs that fail are asked for again on request', async () => {
  await using opened = await open('/');
  const { page } = opened;
  server.misbehave(/^\/tracks\/\d+\/similar/, 'cuts');
  await page.goto(QUESTION);
  await page.locator('.hit-title a').first().click();
  await alertOf(page).getByText('The answer broke off').waitFor();
  server.misbehave(null);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.similar li').first().waitFor();
});

describe('the footer', () => {
  const footer = (page: Page) => page.getByRole('contentinfo');

  it('shows that the device is offline, and recovers by itself', async () => {
    await using opened = await open('/');
    const { page } = opened;
    await page.locator('a.health').waitFor();
    await page.context().setOffline(true);
    await footer(page).getByText('You are offline').waitFor();
    expect(await page.locator('.dot-healthy').count()).toBe(0);
    await page.context().setOffline(false);
    await page.locator('a.health').waitFor();
  });

  it('shows that the server is down, and recovers by itself', async () => {
    await using opened = await open('/');
    const { page } = opened;
    await page.clock.install();
    await page.goto('/');
    await page.locator('a.health').waitFor();
    server.misbehave(/^\/health/);
    await page.clock.fastForward(60_000);
    await footer(page).getByText('does not answer; asking again').waitFor();
    server.misbehave(null);
    await page.clock.fastForward(5_000);
    await page.locator('a.health').waitFor();
  });

  it('checks at once when another request gets no answer', async () => {
    await using opened = await open('/');
    const { page } = opened;
    await page.locator('a.health').waitFor();
    server.misbehave(/^\/(?:search\?|health)/);
    await page.getByRole('searchbox').fill('night');
    await page.getByRole('searchbox').press('Enter');
    await footer(page).getByText('does not answer; asking again').waitFor();
  });
});

it('an answer in a shape that cannot be drawn leaves a way on instead of an empty page', async () => {
  await using opened = await open('/');
  const { page } = opened;
  server.misbehave(/^\/tracks\/1$/, {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: {},
  });
  await page.goto('/app/tracks/1');
  await alertOf(page).getByText('This page could not be drawn').waitFor();
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await page.getByRole('searchbox').waitFor();
});
