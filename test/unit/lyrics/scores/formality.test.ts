import { describe, expect, it } from 'vitest';
import texts from '../../../../scripts/eval/data/score-texts.json' with { type: 'json' };
import { formalityOf } from '../../../../src/lyrics/scores/formality.ts';
import { readSong } from '../../../../src/lyrics/text/song.ts';

const formalityIn = (text: string): number => formalityOf(readSong(text).lines);
const NEWS = `The council voted on Tuesday to close the old bridge.
A contractor reported new cracks along the ridge.
Officials warned commuters of a lengthy delay.
The mayor announced that repairs would begin in May.`;

describe('the formality of a text', () => {
  it('is above 0 for reports, recipes, terms and product texts, though they rhyme', () => {
    expect(formalityIn(NEWS)).toBeGreaterThan(0);
    expect(
      formalityIn('Bake for 25 minutes until the top is brown.\nAdd 100 g of cheese and turn it down.'),
    ).toBeGreaterThan(0);
    expect(
      formalityIn(
        'The tenant shall pay the rent without delay.\nThe agreement terminates on the following day.',
      ),
    ).toBeGreaterThan(0);
  });

  it('is below 0 for the same news as somebody raps them', () => {
    expect(
      formalityIn(
        "They closed the bridge I used to cross to get to school\nSaid it's cracked from side to side, man, I been cracked since I was two",
      ),
    ).toBeLessThan(0);
  });

  it('is below 0 for nearly all verses, also with a full stop after every line', () => {
    const verses = texts.filter(({ in_domain }) => in_domain).map(({ lines }) => lines);
    const prosaic = (rows: readonly string[][]) =>
      rows.filter((lines) => formalityIn(lines.join('\n')) > 0).length;
    expect(prosaic(verses) / verses.length).toBeLessThan(0.03);
    const stopped = verses.map((lines) => lines.map((line) => line.replace(/[.,;!?]*$/, '.')));
    expect(prosaic(stopped) / verses.length).toBeLessThan(0.1);
  });

  it('is 0 without a word', () => {
    expect(formalityOf([])).toBe(0);
    expect(formalityIn('...')).toBe(0);
  });
});
