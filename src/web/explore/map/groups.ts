import { mapText } from '../../text/explore-map.ts';
import { THEME_LABELS } from '../../text/labels.ts';
import type { MapState } from './map-state.ts';
import type { Paint } from './painter.ts';
import type { SongMap } from './song-map.ts';
import type { Palette, Tone } from './tones.ts';

/** Songs that are coloured alike, as the list beside the map names them. */
export interface SongGroup {
  key: string;
  label: string;
  /** Null: not known yet. */
  songs: number | null;
  /** Null: drawn like all others, because it is not picked. */
  tone: Tone | null;
}

/** Places of songs on the map by theme or artist, as far as they were asked for. */
export type Members = ReadonlyMap<string, readonly number[]>;

const DECADE = 10;
const decadeOf = (year: number): number => year - (year % DECADE);

/** The first and the last year of the map's songs; null where no year is known. */
export function yearSpan({ years }: SongMap): { first: number; last: number } | null {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const year of years) {
    if (year === 0) continue;
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  return last === 0 ? null : { first, last };
}

function yearTone(palette: Palette, map: SongMap): (year: number) => Tone {
  const span = yearSpan(map);
  if (span === null) return () => palette.quiet;
  const reach = Math.max(1, span.last - span.first);
  return (year) => palette.year(Math.min(1, Math.max(0, (year - span.first) / reach)));
}

function decadeGroups(map: SongMap, palette: Palette): SongGroup[] {
  const counts = new Map<number, number>();
  for (const year of map.years)
    if (year !== 0) counts.set(decadeOf(year), (counts.get(decadeOf(year)) ?? 0) + 1);
  const tone = yearTone(palette, map);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([decade, songs]) => ({
      key: String(decade),
      label: mapText.decade(decade),
      songs,
      tone: tone(decade + DECADE / 2),
    }));
}

/** The groups of a colouring: all clusters, decades and themes, or the artists who were picked. */
export function groupsOf(
  map: SongMap,
  { by, picked }: Pick<MapState, 'by' | 'picked'>,
  { palette, members }: { palette: Palette; members: Members },
): SongGroup[] {
  if (by === 'year') return decadeGroups(map, palette);
  if (by === 'cluster')
    return map.legend
      .toSorted((a, b) => b.songs - a.songs)
      .map(({ key, label, songs, colour }) => ({
        key: String(key),
        label,
        songs,
        tone: palette.cluster(colour),
      }));
  const all = by === 'theme' ? Object.entries(THEME_LABELS) : picked.map((name) => [name, name] as const);
  return all.map(([key, label]) => {
    const place = picked.indexOf(key);
    return {
      key,
      label,
      songs: members.get(key)?.length ?? null,
      tone: place < 0 ? null : palette.pick(place),
    };
  });
}

/** The places of a group's songs on the map. */
export function songsOfGroup(map: SongMap, by: MapState['by'], key: string, members: Members): number[] {
  if (by === 'theme' || by === 'artist') return [...(members.get(key) ?? [])];
  const wanted = Number(key);
  const places: number[] = [];
  for (let i = 0; i < map.count; i++) {
    const own = by === 'cluster' ? map.clusters[i] : decadeOf(map.years[i] ?? 0);
    if (own === wanted) places.push(i);
  }
  return places;
}

/** The colours of all songs: those of the picked groups stand out, and without a pick all do. */
export function paintOf(
  map: SongMap,
  { by, picked }: Pick<MapState, 'by' | 'picked'>,
  { palette, members }: { palette: Palette; members: Members },
): Paint {
  const colours = new Uint8Array(3 * map.count);
  const above = new Uint8Array(map.count);
  for (let i = 0; i < map.count; i++) colours.set(palette.quiet, 3 * i);
  const show = (i: number, tone: Tone) => {
    if (above[i] === 1) return;
    colours.set(tone, 3 * i);
    above[i] = 1;
  };
  if (by === 'theme' || by === 'artist') {
    for (const [place, key] of picked.entries())
      for (const i of members.get(key) ?? []) show(i, palette.pick(place));
    return { colours, above };
  }
  const tones = new Map(map.legend.map(({ key, colour }) => [key, palette.cluster(colour)]));
  const ofYear = yearTone(palette, map);
  const chosen = new Set(picked.map(Number));
  for (let i = 0; i < map.count; i++) {
    const year = map.years[i] ?? 0;
    const key = by === 'cluster' ? (map.clusters[i] ?? 0) : decadeOf(year);
    if ((chosen.size > 0 && !chosen.has(key)) || (by === 'year' && year === 0)) continue;
    show(i, by === 'cluster' ? (tones.get(key) ?? palette.quiet) : ofYear(year));
  }
  return { colours, above };
}
