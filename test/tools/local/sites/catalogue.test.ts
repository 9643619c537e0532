import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../scripts/local/catalogue/catalogue.ts';
import { isHeaderLine, parseSections } from '../../../../src/lyrics/text/sections.ts';

const songs = catalogue.flatMap((artist) => artist.songs.map((song) => ({ ...song, artist: artist.name })));
const written = songs.filter((song) => song.state === 'complete');
const names = songs.map((song) => [`${song.artist}: ${song.title}`, song] as const);

function lyricLines(lyrics: string): string[] {
  return lyrics.split('\n').filter((line) => line.trim() !== '' && !isHeaderLine(line));
}

function years(): number[] {
  return songs.flatMap((song) => (song.releaseDate ? [Number(song.releaseDate.slice(0, 4))] : []));
}

describe('the demo catalogue', () => {
  it('has at least 60 songs by at least 10 artists, with unique titles per artist', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(10);
    expect(songs.length).toBeGreaterThanOrEqual(60);
    expect(new Set(names.map(([name]) => name)).size).toBe(songs.length);
    expect(new Set(catalogue.map((artist) => artist.slug)).size).toBe(catalogue.length);
  });

  it('spans 1988 to 2025', () => {
    expect(Math.min(...years())).toBe(1988);
    expect(Math.max(...years())).toBe(2025);
  });

  it('contains two instrumentals, one unreleased song, one in another language, and remixes', () => {
    expect(songs.filter((song) => song.state === 'instrumental')).toHaveLength(2);
    expect(songs.filter((song) => song.state === 'unreleased')).toHaveLength(1);
    expect(songs.filter((song) => song.language !== 'en').length).toBeGreaterThanOrEqual(1);
    expect(songs.filter((song) => song.relation?.type === 'remix_of').length).toBeGreaterThanOrEqual(2);
  });

  it('contains near-duplicates: songs that share most of their lines', () => {
    const sets = written.map((song) => new Set(lyricLines(song.lyrics)));
    const pairs = sets.flatMap((a, i) =>
      sets.slice(i + 1).filter((b) => [...a].filter((line) => b.has(line)).length > 0.7 * a.size),
    );
    expect(pairs.length).toBeGreaterThanOrEqual(2);
  });

  it.each(names.filter(([, song]) => song.state === 'complete'))(
    '%s has 16 to 60 lines in sections',
    (_, song) => {
      const lines = lyricLines(song.lyrics);
      expect(lines.length).toBeGreaterThanOrEqual(16);
      expect(lines.length).toBeLessThanOrEqual(60);
      const sections = parseSections(song.lyrics);
      expect(sections.filter((section) => section.header_line !== null).length).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(names)('%s has consistent metadata', (_, song) => {
    if (song.state === 'unreleased') expect(song.releaseDate).toBeNull();
    else expect(new Date(`${song.releaseDate}T00:00:00Z`).toISOString().slice(0, 10)).toBe(song.releaseDate);
    if (song.state !== 'complete') expect(song.lyrics.trim()).toBe('');
    if (song.state !== 'unreleased') expect(song.durationSeconds).toBeGreaterThan(60);
    const { relation } = song;
    if (relation)
      expect(songs.some((other) => other.artist === relation.artist && other.title === relation.title)).toBe(
        true,
      );
  });

  it.each(names)('%s is clean text: no tabs, no unusual spaces, at most one blank line', (_, song) => {
    expect(song.lyrics).not.toMatch(/[\t\r\u00a0\u200b\ufeff]| {2}|\n\n\n| \n/);
  });
});
