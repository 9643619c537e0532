import { describe, expect, it } from 'vitest';
import { HALVES } from '../../../scripts/eval/labelled-verses.ts';
import {
  ANSWERABLE_KINDS,
  GRADED_QUERIES,
  gradedQueries,
  SEARCH_QUERIES,
  UNANSWERABLE_KINDS,
  unanswerable,
} from '../../../scripts/eval/search-queries.ts';
import { compareWithBaselines, summariseScores } from '../../../scripts/eval/search-scores.ts';
import { answersOf, songKey, titleQueries } from '../../../scripts/eval/search-songs.ts';

const MIN_QUERIES = 8;

describe('the graded queries', () => {
  it('have an id and a text of their own', () => {
    expect(new Set(SEARCH_QUERIES.map(({ id }) => id)).size).toBe(SEARCH_QUERIES.length);
    expect(new Set(SEARCH_QUERIES.map(({ q }) => q)).size).toBe(SEARCH_QUERIES.length);
  });

  it('are answered by songs of the catalogue, each named as one song', () => {
    for (const query of GRADED_QUERIES) {
      expect(answersOf(query).size, query.q).toBe(Object.keys(query.answers).length);
    }
  });

  it.each(HALVES)('have at least eight of each kind for the half %s', (half) => {
    const all = [...gradedQueries(half), ...unanswerable(half)];
    const few = [...ANSWERABLE_KINDS, ...UNANSWERABLE_KINDS].filter(
      (kind) => all.filter((query) => query.kind === kind).length < MIN_QUERIES,
    );
    expect(few).toEqual([]);
  });

  it('have at least twenty in each half that no song answers, kept apart from the others', () => {
    for (const half of HALVES) expect(unanswerable(half).length).toBeGreaterThanOrEqual(20);
    expect(SEARCH_QUERIES.length - GRADED_QUERIES.length).toBe(
      HALVES.flatMap((half) => unanswerable(half)).length,
    );
  });

  it('have an answer that is about what is asked', () => {
    expect(GRADED_QUERIES.filter(({ answers }) => !Object.values(answers).includes(3))).toEqual([]);
  });
});

describe('answers', () => {
  it('name the artist where two songs share a title', () => {
    expect(() => answersOf({ q: 'books', answers: { 'Library Card': 3 } })).toThrow(
      'not the title of one song',
    );
    expect(answersOf({ q: 'books', answers: { 'Vesper Okoro: Library Card': 3 } }).size).toBe(1);
  });

  it('are no song that the catalogue lacks, and none without words', () => {
    for (const title of ['Nowhere', 'Chalk Dust', 'Seed Vault'])
      expect(() => answersOf({ q: 'x', answers: { [title]: 3 } })).toThrow(title);
  });

  it('count a version as its song', () => {
    expect(songKey('Kilo Meridian', 'Duty Free (Clean)')).toBe(songKey('Kilo Meridian', 'Duty Free'));
  });
});

describe('the exact titles', () => {
  it('are those of all 82 songs, versions and songs without words too', () => {
    const titles = titleQueries();
    expect(titles).toHaveLength(82);
    expect(titles.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Duty Free (Clean)', 'Chalk Dust', 'Seed Vault', 'La Línea']),
    );
  });

  it('leave room for two songs only where two share one', () => {
    const shared = titleQueries().filter(({ songs }) => songs > 1);
    expect(shared.map(({ artist, title }) => `${artist}: ${title}`)).toEqual([
      'Sister Cadence: Library Card',
      'Vesper Okoro: Library Card',
    ]);
  });
});

describe('scores', () => {
  const scored = (kind: 'mood' | 'theme', value: number) => {
    const scores = { ndcg_at_10: value, recall_at_10: value };
    return {
      q: kind,
      kind,
      scores: { lexical: scores, semantic: scores, hybrid: scores },
      fusedByRank: { ...scores, ndcg_at_10: 0.25 },
      byWeight: [],
    };
  };

  it('are means of each kind, of all queries, and of the kinds', () => {
    const summary = summariseScores([scored('mood', 1), scored('mood', 0.5), scored('theme', 0)]);
    expect(summary.kinds.mood).toMatchObject({ queries: 2, modes: { hybrid: { ndcg_at_10: 0.75 } } });
    expect(summary.kinds.theme).toMatchObject({ queries: 1, modes: { hybrid: { ndcg_at_10: 0 } } });
    expect(summary.kinds.name).toBeUndefined();
    expect(summary.modes.lexical.ndcg_at_10).toBe(0.5);
    expect(summary.mean_of_kinds.semantic.recall_at_10).toBe(0.375);
  });

  it('are compared with baselines over the same queries', () => {
    const results = Array.from({ length: 40 }, (_, i) => scored('mood', i % 2));
    const { hybrid, hybrid_over_words, rank_fusion } = compareWithBaselines(results);
    expect(hybrid.mean).toBe(0.5);
    expect(hybrid.low).toBeGreaterThan(0.3);
    expect(hybrid.low).toBeLessThan(0.5);
    expect(hybrid.high).toBeGreaterThan(0.5);
    expect(hybrid_over_words).toEqual({ mean: 0, low: 0, high: 0 });
    expect(rank_fusion).toEqual({ mean: 0.25, low: 0.25, high: 0.25 });
  });
});
