import axe from 'axe-core';
import type { Page, Route } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../../scripts/local/browser.ts';
import { openPad, padOf, waitForText } from '../../support/open-pad.ts';
import { failWith } from '../../support/open-page.ts';

afterAll(closeBrowser);

const line = (number: number, text: string) =>
  `event: line\ndata: ${JSON.stringify({ number, text, syllables: 8, letter: 'A', source: 'composed' })}\n\n`;
const done = (seed: number) => `event: done\ndata: ${JSON.stringify({ seed })}\n\n`;
const MEASURED = {
  report: {
    scheme: 'AA',
    heard_scheme: 'AA',
    scheme_met: true,
    syllables: { min: 8, max: 8 },
    syllables_met: true,
    characters: 60,
    density: { value: 0.25, style_mean: null, style_percentile: null },
    malmi: { value: 1.5, style_mean: null, style_percentile: null },
    rhymes: { end: 1, internal: 0, multisyllabic: 0 },
    originality: { longest_run: 1, run: 'the', track_id: null, compared_songs: 1, whole_lines: 0 },
  },
  style_profile: null,
  notes: [],
  provenance: { writer: 'composer', model: null, degraded: false, lines: {} },
};
const report = `event: report\ndata: ${JSON.stringify(MEASURED)}\n\n`;

const answer = (route: Route, ...events: string[]) =>
  route.fulfill({ contentType: 'text/event-stream', body: events.join('') });

/** The order for a verse, ready to be sent. */
async function order(page: Page): Promise<void> {
  await page.getByLabel('About', { exact: true }).fill('a long way home');
}

const write = (page: Page) => page.getByRole('button', { name: 'Write', exact: true }).click();

it('the finder follows the last word and puts rhymes in at the caret', async () => {
  await using opened = await openPad();
  const { page } = opened;
  await padOf(page).pressSequentially('I live');
  await page.waitForFunction(() => document.querySelector('input')?.value === 'live');
  await page.getByRole('radio', { name: /like "(?:drive|five)"/ }).check();
  await page.getByRole('button', { name: 'five', exact: true }).waitFor();
  await page.getByLabel('Sorted by').selectOption('Syllables');
  await page.getByRole('heading', { name: '1 syllable' }).waitFor();
  await page.getByLabel('Rhymes with').fill('lantern light');
  await page.getByRole('radio', { name: 'Multis, phrases' }).check();
  await page.locator('.finder-pick').first().click();
  await page.getByRole('button', { name: 'Follow the last word' }).click();
  await page.waitForFunction(() => document.querySelector('input')?.value !== 'lantern light');
});

it('a word without perfect rhymes says what finds some', async () => {
  await using opened = await openPad();
  const { page } = opened;
  await padOf(page).pressSequentially('orange');
  await page.getByText('Nothing was found for “orange”.').waitFor();
  await page.getByRole('button', { name: 'See instead: near' }).click();
  await page.locator('.finder-pick').first().waitFor();
});

describe('a verse to order', () => {
  it('comes line by line from the server, with its report, and goes into the pad marked as the machine’s', async () => {
    await using opened = await openPad('?beside=verse');
    const { page, complaints } = opened;
    await order(page);
    await page.getByLabel('Lines').fill('2');
    await write(page);
    await page.getByRole('heading', { name: 'What was measured' }).waitFor({ timeout: 30_000 });
    await page.getByText('Rhymes as ordered: AA').waitFor();
    await page.getByRole('button', { name: 'Add to the pad' }).click();
    await page.locator('.pad-line-made').nth(1).waitFor();
    await padOf(page).press('Control+End');
    await padOf(page).pressSequentially(' mine');
    expect(await page.locator('.pad-line-made').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('is written anew around a line that is kept', async () => {
    await using opened = await openPad('?beside=verse');
    const { page } = opened;
    const asked: { keep?: unknown; seed?: unknown }[] = [];
    await page.route('**/generate', (route) => {
      asked.push(route.request().postDataJSON());
      const second = asked.length === 1 ? 'never mind the rain' : 'waiting for the train';
      return answer(route, line(1, 'walking in the rain'), line(2, second), report, done(asked.length));
    });
    await order(page);
    await page.getByLabel('Lines').fill('2');
    await write(page);
    await page.getByRole('checkbox', { name: 'Keep line 1' }).check();
    await page.getByRole('button', { name: 'Write the others anew' }).click();
    await page.getByText('waiting for the train').waitFor();
    expect(asked[1]?.keep).toEqual([{ line: 1, text: 'walking in the rain' }]);
  });

  it('that is cut in the middle keeps what came, says so, and can be tried again', async () => {
    await using opened = await openPad('?beside=verse');
    const { page } = opened;
    await page.route('**/generate', (route) => answer(route, line(1, 'walking in the rain')));
    await order(page);
    await write(page);
    await page.getByRole('alert').getByText('The answer broke off').waitFor();
    await page.getByText('What came before is kept: 1 line.').waitFor();
    await page.getByRole('button', { name: 'Add “walking in the rain” to the pad' }).click();
    await waitForText(page, 'walking in the rain');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').getByText('The answer broke off').waitFor();
  });

  it('can be stopped', async () => {
    await using opened = await openPad('?beside=verse');
    const { page } = opened;
    const ended = page.waitForEvent('requestfailed');
    await page.route('**/generate', () => new Promise(() => undefined));
    await order(page);
    await write(page);
    await page.getByText('Thinking…').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped.').waitFor();
    await ended;
  });

  it('that cannot be written says why in the server’s words, as text', async () => {
    await using opened = await openPad('?beside=verse');
    const { page } = opened;
    const detail = 'No line has 40 syllables <img src=x onerror=alert(1)>.';
    await failWith(page, /\/generate$/, { status: 422, title: 'This cannot be written', detail });
    await order(page);
    await write(page);
    await page.getByRole('alert').getByText(detail).waitFor();
  });

  it('goes on being written while another tool is open, and back shows it', async () => {
    await using opened = await openPad('?beside=verse');
    const { page } = opened;
    await page.route('**/generate', (route) => answer(route, line(1, '<b>walking</b>'), report, done(1)));
    await order(page);
    await write(page);
    await page.getByRole('checkbox', { name: 'Keep line 1' }).check();
    await page.getByRole('link', { name: 'Rhymes' }).click();
    await page.getByLabel('Rhymes with').waitFor();
    await page.goBack();
    await page.getByText('<b>walking</b>').waitFor();
    expect(await page.getByRole('checkbox', { name: 'Keep line 1' }).isChecked()).toBe(true);
    expect(await page.getByLabel('About', { exact: true }).inputValue()).toBe('a long way home');
  });
});

it('next lines are asked for by a click alone, and one is added below the caret', async () => {
  await using opened = await openPad('?beside=next');
  const { page } = opened;
  const asked: unknown[] = [];
  await page.route('**/next-lines', (route) => {
    asked.push(route.request().postDataJSON());
    const item = {
      text: 'and nobody minds the rain',
      syllables: 7,
      score: 1,
      rhymes_with: 1,
      why: ['It rhymes.'],
    };
    return route.fulfill({ json: { items: [item] } });
  });
  await padOf(page).pressSequentially('waiting for the train');
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Suggest lines' }).click();
  await page.getByRole('button', { name: 'Add “and nobody minds the rain”' }).click();
  await waitForText(page, 'waiting for the train\nand nobody minds the rain');
  expect(asked).toEqual([{ lines: ['waiting for the train'], count: 3 }]);
});

it('a text in another style shows what went and came, and lines are taken one by one', async () => {
  await using opened = await openPad('?beside=style');
  const { page } = opened;
  const before = 'I count the lamps along the lane';
  const styled = {
    number: 1,
    before,
    after: 'I count the days along the lane',
    syllables_before: 8,
    syllables_after: 8,
    source: 'composed',
    kept_words: ['count'],
    style_words: ['days'],
    why: 'keeps count.',
  };
  await page.route('**/style-transfer', (route) =>
    answer(route, `event: line\ndata: ${JSON.stringify(styled)}\n\n`),
  );
  await padOf(page).pressSequentially(`${before}\nand go to bed`);
  await page.getByLabel('Style of').fill('Oda Brightwater');
  await page.getByRole('button', { name: 'Rewrite' }).click();
  await page.getByRole('deletion').getByText('lamps').waitFor();
  await page.getByRole('insertion').getByText('days').waitFor();
  await page.getByRole('button', { name: 'Take line 1' }).click();
  await waitForText(page, `${styled.after}\nand go to bed`);
  await page.getByRole('link', { name: 'Rhymes', exact: true }).click();
  await page.goBack();
  await page.getByText('taken', { exact: true }).waitFor();
  expect(await page.locator('.pad-line-made').count()).toBe(1);
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it('no tool has an accessibility violation, and nothing is asked of another host', async () => {
    await using opened = await openPad('', { colorScheme });
    const { page, complaints } = opened;
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.getByRole('button', { name: 'Try it on four lines' }).click();
    await page.locator('.pad-mark').first().waitFor();
    await page.evaluate(axe.source);
    for (const tool of ['Rhymes', 'Next lines', 'Write on', 'Style']) {
      await page.getByRole('link', { name: tool, exact: true }).click();
      await page.getByRole('region', { name: tool }).waitFor();
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: typeof axe }).axe.run('main', {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }),
      );
      expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual([]);
    }
    expect([...hosts]).toHaveLength(1);
    expect(complaints).toEqual([]);
  });
});
