import { describe, expect, it } from 'vitest';
import { clearSongs, encodeMap } from '../../../../src/ml/clusters/map-layout.ts';
import { createFinder } from '../../../../src/web/explore/map/find-songs.ts';
import { readSongMap } from '../../../../src/web/explore/map/song-map.ts';

const legend = [{ cluster: 3, label: 'rain, coat', colour: '#3355cc', songs: 2, x: 0, y: 65_535 }];
const point = (id: number, x: number, y: number, year: number | null = null) => ({
  id,
  x,
  y,
  cluster: 3,
  year,
});
const bytes = () =>
  encodeMap({
    build: 7,
    points: [point(1, 0, 0, 1994), point(2, 65_535, 65_535), point(3, 32_768, 32_768, 2020)],
    legend,
  });

describe('the bytes of the map', () => {
  it('are read as the server writes them', () => {
    const map = readSongMap(bytes().buffer);
    expect({ ...map, legend: undefined }).toMatchObject({ build: 7, count: 3 });
    expect(map.legend).toEqual([{ key: 3, label: 'rain, coat', colour: '#3355cc', songs: 2, x: 0, y: 1 }]);
    const songs = Array.from(map.ids, (id, i) => [
      id,
      map.places[2 * i],
      map.places[2 * i + 1],
      map.years[i],
    ]);
    expect(songs).toEqual([
      [1, 0, 0, 1994],
      [3, 32_768, 32_768, 2020],
      [2, 65_535, 65_535, 0],
    ]);
  });

  it('leave out songs that were removed since', () => {
    const map = bytes();
    clearSongs(map, new Set([3]));
    expect([...readSongMap(map.buffer).ids]).toEqual([1, 2]);
  });

  it('of another kind, or cut off, are refused', () => {
    expect(() => readSongMap(new TextEncoder().encode('<!doctype html><p>Please log in').buffer)).toThrow(
      RangeError,
    );
    expect(() => readSongMap(bytes().slice(0, -20).buffer)).toThrow(RangeError);
    expect(() => readSongMap(new ArrayBuffer(3))).toThrow(RangeError);
  });
});

describe('songs', () => {
  const map = readSongMap(bytes().buffer);
  const finder = createFinder(map);
  const idsOf = (places: readonly number[]) => places.map((place) => map.ids[place]).sort();

  it('are found near a point, not far from it', () => {
    expect(map.ids[finder.nearest({ x: 0.52, y: 0.5 }, 0.05) ?? -1]).toBe(3);
    expect(finder.nearest({ x: 0.75, y: 0.5 }, 0.05)).toBeNull();
  });

  it('are found inside an outline, whichever way it is drawn', () => {
    const triangle = [
      { x: -0.1, y: -0.1 },
      { x: 0.6, y: -0.1 },
      { x: 0.6, y: 0.6 },
    ];
    expect(idsOf(finder.inOutline(triangle))).toEqual([1, 3]);
    expect(idsOf(finder.inOutline(triangle.toReversed()))).toEqual([1, 3]);
    expect(finder.inOutline(triangle.slice(0, 2))).toEqual([]);
  });
});
