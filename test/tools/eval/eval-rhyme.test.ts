import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evalAsides } from '../../../scripts/eval/eval-asides.ts';
import { evalRhyme } from '../../../scripts/eval/eval-rhyme.ts';
import { readLexicon } from '../../../scripts/read-lexicon.ts';
import { type Lexicon, openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';

const word = (w: string, ...rhyme: string[]) => ({ w, rhyme, syllables: 1 });
const SONG = {
  song: 'Nobody_Nothing',
  gold_density: 0.3,
  lines: [
    [word('I'), word('walk'), word('the'), word('street', 'A')],
    [word('and'), word('hear'), word('the'), word('beat', 'A')],
    [word('every'), word('single'), word('night', 'B')],
    [word('by'), word('the'), word('yellow'), word('light', 'B')],
    [word('still'), word('the'), word('Light')],
  ],
};

let folder: string;
let lexicon: Lexicon;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rhyme-'));
  lexicon = openLexicon(await readLexicon());
  await writeFile(join(folder, 'songs.jsonl'), `${JSON.stringify(SONG)}\n`);
  await writeFile(
    join(folder, 'poems.pgold'),
    'POEM0 stone light alone night\n1 2 1 2\n1 2 1 2\n\nPOEM1 odd\n1 2\n',
  );
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

describe('eval rhyme', () => {
  it('scores words, line ends and density, and writes predictions in the shape of the gold', async () => {
    const out = join(folder, 'predictions.jsonl');
    const result = await evalRhyme({ mcflow: join(folder, 'songs.jsonl'), out }, lexicon);
    expect(result).toMatchObject({ word: { f1: expect.any(Number) }, line_end: { f1: expect.any(Number) } });
    const prediction = JSON.parse(await readFile(out, 'utf8'));
    expect(prediction.song).toBe(SONG.song);
    expect(prediction.rhymed.map((line: boolean[]) => line.length)).toEqual(
      SONG.lines.map((line) => line.length),
    );
    expect(prediction.lineEnds).toHaveLength(4);
    expect(prediction.lineEnds[0]).toBe(true);
    expect(prediction.lineEnds[3]).toBeNull();
  });

  it('scores schemes and skips a stanza whose lines differ in length', async () => {
    const result = await evalRhyme({ chicago: [join(folder, 'poems.pgold')] }, lexicon);
    expect(result).toMatchObject({ pairs: { p: 1, r: 1, f1: 1 }, exact_schemes: 1, stanzas: 1 });
  });

  it('compares rhymes with and without asides behind the lines, and counts lines with their own', async () => {
    const songs = join(folder, 'own.jsonl');
    const lyrics = 'I walk the street (yeah)\nand hear the beat\nby the light (so bright)\nI go home';
    await writeFile(songs, `${JSON.stringify({ artist: 'Nobody', title: 'Nothing', lyrics })}\n`);
    expect(await evalAsides({ mcflow: join(folder, 'songs.jsonl'), songs }, lexicon)).toEqual({
      appended_asides: { pairs: expect.any(Number), kept: expect.any(Number), added: 0 },
      own_asides: { lines: 2, rhyming: 1, rhyming_as_words: 0 },
    });
    const { appended_asides: kept } = await evalAsides({ mcflow: join(folder, 'songs.jsonl') }, lexicon);
    expect(kept?.pairs).toBeGreaterThan(0);
    expect(kept?.kept).toBe(kept?.pairs);
  });

  it('rejects a file that is not annotated', async () => {
    await writeFile(join(folder, 'bad.jsonl'), '{"song":1}\n');
    await expect(evalRhyme({ mcflow: join(folder, 'bad.jsonl') }, lexicon)).rejects.toThrow();
  });
});
