import { describe, expect, it } from 'vitest';
import { classTfIdf } from '../../../src/ml/class-tf-idf.ts';

const counts = (text: string): Map<string, number> => {
  const found = new Map<string, number>();
  for (const word of text.split(' ')) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
};

describe('typical words of a class', () => {
  it('are the frequent ones that other classes lack', () => {
    const [first, second] = classTfIdf(counts('the harbour the harbour the rope'), [
      counts('the street the car the night'),
      counts('the money the house the door'),
    ]);
    expect([first?.word, second?.word]).toEqual(['harbour', 'rope']);
  });

  it('weigh tf times log(1 + A / f)', () => {
    const [word] = classTfIdf(counts('rope rope'), [counts('rope door door door')]);
    // A = (2 + 4) / 2 words a class, f = 3, tf = 2 / 2.
    expect(word?.weight).toBeCloseTo(Math.log(1 + 3 / 3), 10);
  });

  it('are in one order, whatever the order of the words', () => {
    const orders = ['a b c', 'c b a'].map((text) => classTfIdf(counts(text), []).map(({ word }) => word));
    expect(orders[0]).toEqual(orders[1]);
  });
});
