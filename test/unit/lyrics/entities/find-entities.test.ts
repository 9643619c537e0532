import { describe, expect, it } from 'vitest';
import { findEntities } from '../../../../src/lyrics/entities/find-entities.ts';
import { readSong } from '../../../../src/lyrics/text/song.ts';

const find = (text: string) => findEntities(readSong(text));
const names = (text: string) => {
  const { people, places, brands } = find(text);
  return [...people, ...places, ...brands].map((entity) => entity.name);
};

describe('findEntities', () => {
  it('finds people, places and brands with their offsets in the text', () => {
    const text = 'Rode out of Brooklyn with Uncle Ferris in a Benz\nback to Brooklyn, New York';
    const { people, places, brands } = find(text);
    expect(people.map(({ name }) => name)).toEqual(['Uncle Ferris']);
    expect(places.map(({ name, count }) => [name, count])).toEqual([
      ['Brooklyn', 2],
      ['New York', 1],
    ]);
    expect(brands.map(({ name }) => name)).toEqual(['Mercedes']);
    for (const { mentions } of [...people, ...places]) {
      for (const { line, start, end } of mentions) {
        expect(text.split('\n')[line]).toContain(text.slice(start, end));
      }
    }
  });

  it.each([
    ['Grace was on the table when the kettle sang', []],
    ['Yeah. Hope is all I had', []],
    ['I told Maria Salgado to wait', ['Maria Salgado']],
    ["that was Marcus's kettle", ['Marcus']],
    ['we never saw the Super Kettle again', []],
    ['Every Single Word Is Written Like This Here', []],
    ['the YELLING never stopped', []],
    ['brooklyn in small letters', []],
  ])('in %j finds %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each(['', '…', 'Привет из Москвы', '日本'])('finds nothing in %j', (text) => {
    expect(find(text)).toEqual({ people: [], places: [], brands: [] });
  });
});
