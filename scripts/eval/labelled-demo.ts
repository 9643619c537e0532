import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { SENTIMENTS } from '../../src/lyrics/contract.ts';
import { EMOTIONS } from '../../src/lyrics/emotion/emotion-names.ts';
import { TONES } from '../../src/lyrics/feeling/feeling-classes.ts';
import type { LabelledText } from './labelled-verses.ts';
import { demoSongs } from './search-songs.ts';

/** What a listener says of a whole song of the demo. Nothing is tuned on it. */
const LabelledSong = z.object({
  artist: z.string(),
  title: z.string(),
  sentiment: z.enum(SENTIMENTS),
  dominant: z.enum(EMOTIONS).nullable(),
  tone: z.enum(TONES).nullable(),
});

const LABELS = new URL('./data/feeling-demo.json', import.meta.url);

/** The labelled songs of the demo with their lines. Throws where a label names no song of the catalogue. */
export async function readLabelledDemo(): Promise<LabelledText[]> {
  const labels = z.array(LabelledSong).parse(JSON.parse(await readFile(LABELS, 'utf8')));
  return labels.map(({ artist, title, ...right }): LabelledText => {
    const found = demoSongs.find((one) => one.artist === artist && one.song.title === title);
    if (found === undefined) throw new Error(`${artist}, ${title} is not a song of the demo`);
    return { id: `${artist}: ${title}`, group: 'demo', lines: found.song.lyrics.split('\n'), ...right };
  });
}
