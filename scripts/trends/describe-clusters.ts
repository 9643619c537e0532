import type { NewBuild, StoredCluster } from '../../src/db/queries/cluster-builds.ts';
import type { TypicalWord } from '../../src/ml/class-tf-idf.ts';
import type { ClusteredPoints } from '../../src/ml/clusters/cluster-points.ts';
import { colourOf } from '../../src/ml/clusters/colour-of.ts';
import { matchClusters } from '../../src/ml/clusters/match-clusters.ts';
import { squaredDistance } from '../../src/ml/clusters/points.ts';
import type { SourceSong } from './read-songs.ts';

const WORDS = 12;
const WORDS_IN_LABEL = 3;
/** A label of which no word is this typical any more is no name for its cluster. */
const LABEL_DEPTH = 30;
const ARTISTS = 8;
const EXAMPLES = 6;

interface Former {
  clusters: readonly { key: number; label: string }[];
  members: readonly { track_id: number; key: number }[];
}

export interface DescribeInput {
  songs: readonly SourceSong[];
  clustered: ClusteredPoints;
  /** Of each cluster, at least `LABEL_DEPTH`. */
  words: readonly (readonly TypicalWord[])[];
  former: Former | null;
}

export interface Described {
  clusters: StoredCluster[];
  members: NewBuild['members'];
  /** Clusters that are named as before. */
  matched: number;
}

export const WORDS_NEEDED = LABEL_DEPTH;

/** Numbers of songs by cluster, the nearest to its middle first. */
function songsOf({ labels, centres, reduced }: ClusteredPoints): number[][] {
  const places = Array.from({ length: centres.count }, (): number[] => []);
  for (const [i, label] of labels.entries()) places[label]?.push(i);
  return places.map((own, cluster) => {
    const distances = new Map(own.map((i) => [i, squaredDistance(reduced, i, centres, cluster)]));
    return own.toSorted((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0));
  });
}

/** Songs that only one of the builds has say nothing about which cluster is which. */
function keysOf(places: readonly number[][], songs: readonly SourceSong[], former: Former | null) {
  const before = new Map((former?.members ?? []).map(({ track_id, key }) => [track_id, key]));
  const sets = places.map((own) => new Set(own.map((i) => songs[i]?.id ?? 0).filter((id) => before.has(id))));
  const shared = new Set(sets.flatMap((set) => [...set]));
  const named = (former?.clusters ?? []).map(({ key }) => ({
    key,
    members: new Set([...shared].filter((id) => before.get(id) === key)),
  }));
  return matchClusters(sets, named);
}

function artistsOf(own: readonly SourceSong[]): StoredCluster['artists'] {
  const counts = Map.groupBy(own, ({ artist }) => artist);
  return Array.from(counts, ([artist, { length }]) => ({ artist, songs: length }))
    .sort((a, b) => b.songs - a.songs || (a.artist < b.artist ? -1 : 1))
    .slice(0, ARTISTS);
}

function yearsOf(own: readonly SourceSong[]): StoredCluster['years'] {
  const years = own.flatMap(({ year }) => (year === null ? [] : [year])).sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { first, median: years[Math.floor((years.length - 1) / 2)] ?? first, last };
}

/** The songs nearest to the middle, of different artists as far as there are. */
function examplesOf(own: readonly SourceSong[]): number[] {
  const first = new Map<string, number>();
  for (const { id, artist } of own) if (!first.has(artist)) first.set(artist, id);
  const different = [...first.values()];
  const others = own.map(({ id }) => id).filter((id) => !different.includes(id));
  return [...different, ...others].slice(0, EXAMPLES);
}

function labelOf(words: readonly TypicalWord[], former: string | undefined): string {
  const typical = words.slice(0, LABEL_DEPTH).map(({ word }) => word);
  if (former?.split(', ').some((word) => typical.includes(word))) return former;
  return typical.slice(0, WORDS_IN_LABEL).join(', ') || 'without words';
}

/** What is told of each cluster, with the names, keys and colours of the build before where a cluster is found again. */
export function describeClusters({ songs, clustered, words, former }: DescribeInput): Described {
  const places = songsOf(clustered);
  const keys = keysOf(places, songs, former);
  const labels = new Map((former?.clusters ?? []).map(({ key, label }) => [key, label]));
  const clusters: StoredCluster[] = [];
  const members = { ids: [] as number[], keys: [] as number[], places: [] as number[] };
  for (const [cluster, own] of places.entries()) {
    const { key = 0, matched = false } = keys[cluster] ?? {};
    const ofCluster = own.flatMap((i) => songs[i] ?? []);
    clusters.push({
      key,
      label: labelOf(words[cluster] ?? [], matched ? labels.get(key) : undefined),
      colour: colourOf(key),
      songs: ofCluster.length,
      words: (words[cluster] ?? [])
        .slice(0, WORDS)
        .map(({ word, weight }) => ({ word, weight: Number(weight.toFixed(5)) })),
      artists: artistsOf(ofCluster),
      years: yearsOf(ofCluster),
      examples: examplesOf(ofCluster),
    });
    for (const [place, { id }] of ofCluster.entries()) {
      members.ids.push(id);
      members.keys.push(key);
      members.places.push(place + 1);
    }
  }
  return { clusters, members, matched: keys.filter(({ matched }) => matched).length };
}
