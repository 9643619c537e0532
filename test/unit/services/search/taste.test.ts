import { describe, expect, it } from 'vitest';
import type { CandidateRow, TasteRow } from '../../../../src/db/queries/recommend.ts';
import { overlapWith, reasonOf, sharedWith } from '../../../../src/services/search/taste.ts';

const taste = (more: Partial<TasteRow>): TasteRow => ({
  id: 1,
  artist_id: 1,
  artist: 'Mara Lune',
  title: 'Lamps',
  language: 'en',
  themes: ['love', 'faith'],
  feelings: ['hope'],
  tone: 'playful',
  sentiment: 'mixed',
  decade: 1990,
  tags: ['sea-shanty', 'boom bap'],
  ...more,
});
const candidate = (more: Partial<TasteRow>, nearest: CandidateRow['nearest_liked'] = null) =>
  ({
    ...taste(more),
    by_analysis: null,
    by_lyrics: null,
    likeness: [],
    nearest_liked: nearest,
  }) as unknown as CandidateRow;

describe('what a song has of others', () => {
  it.each([
    ['all', taste({}), 1],
    ['nothing', taste({ themes: [], feelings: [], tone: null, sentiment: null, tags: [] }), 0],
    [
      'a theme, which weighs more than the sentiment',
      taste({ themes: ['faith'], feelings: [], tone: null, tags: [] }),
      2.5 / 10,
    ],
  ])('%s', (_, song, share) => {
    expect(overlapWith(song, [taste({})])).toBeCloseTo(share, 10);
  });

  it('is nothing where the others have no labels', () => {
    expect(overlapWith(taste({}), [])).toBe(0);
  });
});

describe('what is shared', () => {
  it('is what the song and a liked one both have', () => {
    const liked = [
      taste({
        id: 2,
        themes: ['faith'],
        tone: 'confident',
        decade: 1980,
        tags: ['sea-shanty'],
        artist_id: 7,
      }),
    ];
    const shared = sharedWith(candidate({}, { id: 2, similarity: 0.5 }), liked, null);
    expect(shared).toEqual({
      themes: ['faith'],
      feelings: ['hope'],
      tone: null,
      sentiment: 'mixed',
      tags: ['sea-shanty'],
      words: [],
      language: 'en',
      artist: null,
      decade: null,
      nearest_liked: { id: 2, similarity: 0.5, artist: 'Mara Lune', title: 'Lamps' },
    });
    expect(reasonOf(shared)).toBe(
      'about faith; feeling hope; tagged sea-shanty; most like Lamps by Mara Lune.',
    );
  });

  it('is what a description asks for and the song has', () => {
    const wish = {
      labels: new Set(['themelove', 'toneplayful', 'feelinganger']),
      wordsOf: new Map([[1, ['sea', 'lamp']]]),
    };
    const shared = sharedWith(candidate({}), [], wish);
    expect(shared).toMatchObject({
      themes: ['love'],
      feelings: [],
      tone: 'playful',
      tags: ['sea-shanty'],
      language: null,
    });
    expect(reasonOf(shared)).toBe('about love; playful in tone; tagged sea-shanty; says "sea", "lamp".');
    const nothing = sharedWith(candidate({}), [], { labels: new Set(), wordsOf: new Map() });
    expect(reasonOf(nothing)).toBeNull();
  });
});
