import { expect, it } from 'vitest';
import { readQuery } from '../../../../src/services/search/read-query.ts';

it.each([
  ['canción de la lluvia', ['song', 'rain']],
  ['la pluie et la mer', ['rain', 'sea']],
  ['der Regen und die Straße', ['rain', 'street']],
  ['la pioggia di notte', ['rain', 'night']],
  ['a chuva e a saudade', ['rain']],
  ['the rain on the sea', []],
])('%s is also looked for as %j', (q, english) => {
  const read = readQuery(q);
  expect(read.english).toEqual(english);
  for (const word of english) expect(Object.values(read.lexical.labels).join(' ').split(' ')).toContain(word);
});

it('the labels of a theme are asked for in other languages too, and widen the query', () => {
  const { lexical } = readQuery('la muerte');
  expect(lexical.labels).toMatchObject({ muerte: 'death themelossgrief' });
  expect(lexical.related).toContain('funeral');
});
