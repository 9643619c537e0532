import { describe, expect, it } from 'vitest';
import { evalExplicit, scoreFound } from '../../../scripts/eval/eval-explicit.ts';
import { readLabelledPhrases } from '../../../scripts/eval/labelled-phrases.ts';
import { HALVES } from '../../../scripts/eval/labelled-verses.ts';

describe('the labelled phrases', async () => {
  const phrases = await readLabelledPhrases();

  it('are each written once, 563 of them for the test, with every class in both halves', () => {
    const halves = HALVES.map((half) => phrases.filter((phrase) => phrase.half === half));
    for (const half of halves) {
      expect(half.length).toBeGreaterThan(530);
      expect(new Set(half.map((phrase) => phrase.class)).size).toBe(6);
    }
    expect(new Set(phrases.map(({ text }) => text.toLowerCase())).size).toBe(phrases.length);
  });

  it('are scored by half, with the baselines beside the engine', () => {
    const halves = evalExplicit(phrases.slice(0, 40));
    expect(Object.keys(halves)).toEqual(['tune', 'test']);
    expect(halves.tune?.always_clean).toEqual({ precision: null, recall: 0, f1: 0 });
    expect(halves.tune?.always_explicit.recall).toBe(1);
    expect(halves.tune?.engine.recall).toBeGreaterThan(halves.tune?.cuss_certain.recall ?? 1);
  });
});

describe('scoreFound', () => {
  it('compares what was found with what is right', () => {
    const rows = [
      { right: true, found: true },
      { right: true, found: false },
      { right: false, found: true },
      { right: true, found: true },
    ];
    expect(scoreFound(rows)).toEqual({ precision: 0.667, recall: 0.667, f1: 0.667 });
  });

  it('has no precision where nothing is found', () => {
    expect(scoreFound([{ right: false, found: false }])).toEqual({ precision: null, recall: null, f1: null });
  });
});
