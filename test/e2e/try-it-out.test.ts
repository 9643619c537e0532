import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { type Operation, operations } from '../../scripts/openapi/operations.ts';
import { demo } from '../support/demo.ts';
import { openPage } from '../support/open-page.ts';
import { type PrefilledRequest, prefilledRequest } from '../support/prefilled-request.ts';

afterAll(closeBrowser);

/** What "Try it out" and "Execute" send for an operation; Swagger UI gets no answer, which it would take long to draw. */
async function sentBySwagger(page: Page, { id }: Operation): Promise<PrefilledRequest> {
  const block = page.locator(`.opblock[id$="-${id}"]`);
  await block.locator('.opblock-summary-control').dispatchEvent('click');
  await block.locator('.try-out__btn').dispatchEvent('click');
  await block.locator('.execute').waitFor();
  const [request] = await Promise.all([
    page.waitForEvent('request'),
    block.locator('.execute').dispatchEvent('click'),
  ]);
  await block.locator('.opblock-summary-control').dispatchEvent('click');
  const { pathname, searchParams } = new URL(request.url());
  return {
    method: request.method(),
    path: pathname,
    query: Object.fromEntries(searchParams),
    body: request.postDataJSON(),
  };
}

const NAMES = ['searchLyrics', 'findSimilarTracks', 'compareArtists', 'submitBatch', 'exportTracks'];
const of = (ids: readonly string[]) => operations.filter(({ id }) => ids.includes(id));

it('"Try it out" fills in required values, defaults and the example of a body', async () => {
  await using opened = await openPage('/docs');
  const { page } = opened;
  await page.locator('.opblock').first().waitFor();
  await page.route('**/*', (route) => route.fulfill({ status: 204 }));
  expect(of(NAMES)).toHaveLength(NAMES.length);
  for (const operation of of(NAMES)) {
    expect(await sentBySwagger(page, operation)).toEqual(prefilledRequest(operation, {}));
  }
}, 60_000);

async function send({ method, path, query, body }: PrefilledRequest) {
  const url = new URL(path, demo.url);
  url.search = String(new URLSearchParams(query));
  const headers = new Headers({ authorization: `Bearer ${demo.adminToken}` });
  if (body !== null) headers.set('content-type', 'application/json');
  const response = await fetch(url, { method, headers, body: body === null ? null : JSON.stringify(body) });
  return { ok: response.ok, status: response.status, text: await response.text() };
}

/** A healthy demo has nothing for these: no message has failed permanently, no key or song is to be removed by accident. */
const WITHOUT_DATA = ['replayDeadLetter', 'rotateKey', 'revokeKey', 'takeDown', 'liftTakedown'];
const EMPTY_LISTS = [
  'listDeadLetters',
  'listDeadLetterGroups',
  'listKeys',
  'listTakedowns',
  'listBackups',
  'readTakedownCopies',
];

const isEmpty = (text: string): boolean => text.trim() === '' || text.includes('"items":[]');

/** The id of a batch, which the reader fills in after creating one. */
async function submittedBatch(): Promise<string> {
  const [submit] = of(['submitBatch']);
  if (submit === undefined) throw new Error('The document lacks submitBatch.');
  const { text } = await send(prefilledRequest(submit, {}));
  return JSON.parse(text).batch_id;
}

describe('what "Try it out" fills in for', () => {
  const tried = operations.filter(({ id }) => !WITHOUT_DATA.includes(id));
  it.each(tried.map((operation) => [operation.id, operation] as const))(
    '%s finds something',
    async (id, operation) => {
      const isOnBatch = operation.path.startsWith('/batch/');
      const { ok, status, text } = await send(
        prefilledRequest(operation, isOnBatch ? { id: await submittedBatch() } : {}),
      );
      expect({ ok, status, text: text.slice(0, 300) }).toMatchObject({ ok: true });
      if (!EMPTY_LISTS.includes(id)) expect(isEmpty(text)).toBe(false);
    },
  );
});
