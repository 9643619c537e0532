import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCandidate } from '../../../../scripts/lab/promotion/candidate.ts';
import { promote } from '../../../../scripts/lab/promotion/promote.ts';
import { withRun } from '../../../../scripts/lab/run/lab-run.ts';
import { trainTone } from '../../../../scripts/lab/train/train-tone.ts';
import { seeded } from '../../../../src/ml/compose/random.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-tone-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const SAID = [
  {
    tone: 'aggressive',
    sentiment: 'negative',
    dominant: 'anger',
    words: 'fight rage hate smash blood enemy',
  },
  { tone: 'playful', sentiment: 'positive', dominant: 'joy', words: 'laugh dance party funny giggle candy' },
  {
    tone: 'melancholic',
    sentiment: 'negative',
    dominant: 'sadness',
    words: 'cry lonely tears grave goodbye rain',
  },
  {
    tone: 'confident',
    sentiment: 'positive',
    dominant: 'pride',
    words: 'winner crown best champion proud throne',
  },
  {
    tone: 'introspective',
    sentiment: 'mixed',
    dominant: null,
    words: 'wonder mirror thinking question myself why',
  },
];

/** Lines of shuffled words of one tone. */
function linesOf(words: string, random: () => number, count: number): string[] {
  const all = words.split(' ');
  return Array.from({ length: count }, () =>
    Array.from({ length: 6 }, () => all[Math.floor(random() * all.length)] ?? '').join(' '),
  );
}

/** A direction a word, so that lines of the same words are alike. */
const encode = (texts: readonly string[]): Promise<Float32Array[]> =>
  Promise.resolve(
    texts.map((text) => {
      const sum = new Float32Array(24);
      for (const word of text.toLowerCase().split(' ')) {
        const random = seeded(
          [...word].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 99_991, 7),
        );
        sum.forEach((value, at) => {
          sum[at] = value + random() - 0.5;
        });
      }
      const size = Math.hypot(...sum);
      return sum.map((value) => value / size);
    }),
  );

async function train(artists: number, encoder = encode) {
  const random = seeded(3);
  const verses = Array.from({ length: 20 }, (_, at) => {
    const { words, ...label } = SAID[at % SAID.length] ?? SAID[0] ?? { words: '' };
    return { id: `made-up-${at}`, kind: 'made up', half: 'tune', ...label, lines: linesOf(words, random, 4) };
  });
  const songs = Array.from({ length: artists * 2 }, (_, at) => {
    const { tone, words } = SAID[at % 2] ?? { tone: '', words: '' };
    const lyrics = linesOf(words, random, 20).join('\n');
    return JSON.stringify({ artist: `Artist ${Math.floor(at / 2)}`, title: 't', sentiment: tone, lyrics });
  });
  const [songsFile, versesFile] = [join(folder, 'songs.jsonl'), join(folder, 'verses.json')];
  await writeFile(versesFile, JSON.stringify(verses));
  await writeFile(songsFile, songs.join('\n'));
  const request = { command: 'train-tone', results: join(folder, 'results'), configuration: {}, seed: 1 };
  return await withRun(request, (run) =>
    trainTone(run, {
      files: [songsFile],
      verses: versesFile,
      hash: 'd'.repeat(64),
      project: folder,
      licence: 'own',
      labelledBy: 'the test',
      seed: 1,
      encode: encoder,
      common: ['the', 'and', 'fight', 'laugh'],
    }),
  );
}

it('learns tone by artist without changing weights, and lab promote writes them', async () => {
  const trained = await train(6);
  expect(trained.analyses.loss?.value).toBeLessThan(trained.analyses.constant?.value ?? 0);
  expect(trained.analyses.importance).toEqual([]);
  expect(trained.held_out).not.toBeNull();
  const files = ['src/lyrics/feeling/feeling-model.ts', 'src/lyrics/feeling/word-vector-table.ts'];
  for (const file of files) await expect(readFile(join(folder, file))).rejects.toThrow('ENOENT');
  const candidate = await readCandidate(trained.run);
  expect(candidate.card).toContain('no feature is the same in two models');
  expect(Object.keys(candidate.files)).toEqual(files);
  expect((await promote(folder, candidate, new Date())).comparison?.artists).toBe(trained.held_out?.artists);
});

it('refuses songs of few artists', async () => {
  await expect(train(2)).rejects.toThrow('of 2 artists are too few');
});
