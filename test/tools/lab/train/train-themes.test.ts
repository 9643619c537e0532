import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCandidate } from '../../../../scripts/lab/promotion/candidate.ts';
import { promote } from '../../../../scripts/lab/promotion/promote.ts';
import { readRegistry } from '../../../../scripts/lab/promotion/registry.ts';
import { writeCard } from '../../../../scripts/lab/promotion/write-card.ts';
import { withRun } from '../../../../scripts/lab/run/lab-run.ts';
import { trainThemes } from '../../../../scripts/lab/train/train-themes.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const WEIGHTS = 'src/lyrics/themes/theme-model.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-themes-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const SAID = {
  wealth: ['Money on the table and gold on my wrist', 'Rich with the diamonds and the cash in my fist'],
  love: ['I love you, my darling, with all of my heart', 'Your kiss and your love never keep us apart'],
};
/** Says a word of a theme without being about it. */
const HINT = {
  wealth: ['The window was open, the kettle was loud', 'One coin on the carpet of money was proud'],
  love: ['The window was open, the kettle was hot', 'We love how the corridor smells, or does not'],
};

const verse = (at: number, theme: 'wealth' | 'love', isAbout: boolean) => ({
  id: `made-up-${at}`,
  kind: theme,
  half: 'tune',
  themes: isAbout ? [theme] : [],
  artist: `Artist ${Math.floor(at / 2)}`,
  lines: isAbout ? SAID[theme] : HINT[theme],
});

const verses = (count: number) =>
  Array.from({ length: count }, (_, at) => verse(at, at % 4 < 2 ? 'wealth' : 'love', at % 2 === 0));

async function train(rows: readonly object[], project = folder) {
  const file = join(folder, 'verses.json');
  await writeFile(file, JSON.stringify(rows));
  const request = { command: 'train-themes', results: join(folder, 'results'), configuration: {}, seed: 1 };
  const options = { file, project, licence: 'own', labelledBy: 'the test', seed: 1 };
  return await withRun(request, (run) => trainThemes(run, options));
}

describe('lab train-themes', () => {
  it('learns from verses of a file by artist, changes no weights, and lab promote writes them', async () => {
    const trained = await train(verses(80));
    expect(trained).toMatchObject({ is_in_use: false, held_out: { artists: 10, examples: 20 } });
    expect(trained.analyses).toMatchObject({ examples: 60, artists: 30 });
    expect(trained.analyses.loss?.value).toBe(0);
    expect(trained.analyses.gain?.value).toBe(0.5);
    expect(trained.analyses.curve.map(({ artists }) => artists)).toEqual([6, 12, 18, 24]);
    expect(trained.analyses.importance).toHaveLength(5);
    await expect(readFile(join(folder, WEIGHTS))).rejects.toThrow('ENOENT');

    const candidate = await readCandidate(trained.run);
    expect(await promote(folder, candidate, new Date())).toMatchObject({ outcome: 'promoted' });
    expect(await readFile(join(folder, WEIGHTS), 'utf8')).toMatch(/THEME_MODEL: readonly number\[\] = \[/);
    expect(await readFile(join(folder, 'docs/models/themes.md'), 'utf8')).toContain(
      '60 labelled texts of 30 artists',
    );
    await expect(writeCard(folder, 'themes', null)).rejects.toThrow('has a card that its training made');
    // Those that the model in use has not learned from are held out of the next training.
    expect((await train(verses(80))).held_out).toEqual({ artists: 6, examples: 12 });
  });

  it.each([
    ['few artists', verses(12), /verses of 6 artists/],
    ['one verse twice', [...verses(40), verse(0, 'love', true)], /Two verses have one id/],
    ['verses of no theme', verses(40).map((row) => ({ ...row, themes: [] })), /too few, or labelled alike/],
  ])('refuses %s', async (_, rows, message) => {
    await expect(train(rows)).rejects.toThrow(message);
  });
});

describe('the cards of weights in use', () => {
  it.each(['quality', 'themes', 'tone'] as const)('%s: names the version in use', async (name) => {
    const { versions } = await readRegistry(ROOT, name);
    const current = versions.find(({ state }) => state === 'in_use');
    const card = await readFile(join(ROOT, `docs/models/${name}.md`), 'utf8');
    expect(card).toContain(`| version | \`${current?.version}\` |`);
  });
});
