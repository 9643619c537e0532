import { describe, expect, it } from 'vitest';
import { PhraseNet } from '../../../../src/lyrics/feeling/phrase-net.ts';

function netOf(...phrases: string[]): (text: string) => string | null {
  const net = new PhraseNet<string>((before, more) => `${before} + ${more}`);
  for (const phrase of phrases) net.add(phrase, phrase);
  return (text) => {
    const words = text.split(' ');
    const found = net.longest(0, (at) => (words[at] === undefined ? [] : [words[at]]));
    return found === null ? null : `${found.length}: ${found.value}`;
  };
}

describe('PhraseNet', () => {
  it.each([
    ['a plain phrase', ['gone too soon'], 'gone too soon', '3: gone too soon'],
    ['a choice', ['put (him/her) away'], 'put her away', '3: put (him/her) away'],
    [
      'a choice of several words',
      ['(all on my own/alone) again'],
      'all on my own again',
      '5: (all on my own/alone) again',
    ],
    ['a word that may be missing, present', ['in (the/) dirt'], 'in the dirt', '3: in (the/) dirt'],
    ['a word that may be missing, missing', ['in (the/) dirt'], 'in dirt', '2: in (the/) dirt'],
    ['any one word', ['lost * again'], 'lost keys again', '3: lost * again'],
    ['the longest of two', ['in love', 'in love with you'], 'in love with you', '4: in love with you'],
    [
      'the shorter where the longer does not go on',
      ['in love', 'in love with you'],
      'in love with me',
      '2: in love',
    ],
    ['a phrase that ends with a choice', ['drop (it/)'], 'drop', '1: drop (it/)'],
    ['the same phrase twice, merged', ['so cold', 'so cold'], 'so cold', '2: so cold + so cold'],
  ])('finds %s', (_, phrases, text, expected) => {
    expect(netOf(...phrases)(text)).toBe(expected);
  });

  it.each([
    ['the beginning of a phrase', ['gone too soon'], 'gone too'],
    ['a phrase with another word in it', ['gone too soon'], 'gone far too soon'],
    ['nothing for any word', ['lost * again'], 'lost again'],
  ])('does not find %s', (_, phrases, text) => {
    expect(netOf(...phrases)(text)).toBeNull();
  });

  it('rejects a phrase that can be empty', () => {
    expect(() => netOf('(a/)')).toThrow('can be empty');
  });
});
