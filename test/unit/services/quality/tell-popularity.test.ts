import { describe, expect, it } from 'vitest';
import { tellPopularity } from '../../../../src/services/quality/tell-popularity.ts';

const ROW = { artist: 'Mara Lune', songs: 12, low: 20, median: 35, high: 60, compared: 200, below: 150 };

describe('the popularity that is expected of a song', () => {
  it('is that of the artist’s songs, and its rank among the catalogue’s', () => {
    const told = tellPopularity('mara lune', ROW);
    expect(told).toMatchObject({ predicted_popularity: 35, commercial_potential: 0.75 });
    expect(told.popularity).toMatchObject({
      reason: null,
      artist: 'Mara Lune',
      songs: 12,
      low: 20,
      high: 60,
    });
    expect(told.popularity.explanation).toContain('Popularity follows the artist and the year');
  });

  it.each([
    ['no_artist', null, null],
    ['database_unavailable', 'Mara Lune', null],
    ['unknown_artist', 'Nobody', { ...ROW, artist: null, songs: 0, median: null }],
    ['too_few_songs', 'Mara Lune', { ...ROW, songs: 4 }],
  ] as const)('is null with the reason %s', (reason, artist, row) => {
    const told = tellPopularity(artist, row);
    expect(told).toMatchObject({ predicted_popularity: null, commercial_potential: null });
    expect(told.popularity.reason).toBe(reason);
    expect(told.popularity.explanation).not.toBe('');
  });

  it('has no rank in a catalogue that hardly knows any popularity', () => {
    expect(tellPopularity('Mara Lune', { ...ROW, compared: 29 })).toMatchObject({
      predicted_popularity: 35,
      commercial_potential: null,
    });
  });
});
