import { catalogue } from '../../local/catalogue/catalogue.ts';
import { syntheticSong } from '../synthetic-songs.ts';

export type TrafficKind = 'read' | 'search' | 'analyze' | 'batch' | 'artist' | 'track' | 'export';

/** One request of the traffic. A write can be repeated: it has a key, or says the same thing again. */
export interface TrafficRequest {
  kind: TrafficKind;
  method: 'GET' | 'POST';
  path: string;
  body?: object;
  idempotencyKey?: string;
}

/** Of twenty requests: a reader reads and searches more than a client writes. */
const CYCLE: readonly TrafficKind[] = [
  ...['read', 'search', 'read', 'analyze', 'read', 'search', 'batch', 'read', 'search', 'analyze'],
  ...['read', 'search', 'read', 'analyze', 'export', 'read', 'search', 'read', 'analyze', 'artist'],
] as const;

const READS = ['/tracks?limit=20', '/artists?limit=20', '/tracks/1', '/tracks/2/similar', '/models/info'];
const QUERIES = ['walking home before sunrise', 'rain on the window', 'losing someone', 'money and time'];
const MODES = ['hybrid', 'lexical', 'semantic'];
/** Every second analysis is of one of so many texts, which a cache then has. */
const KNOWN_TEXTS = 10;
const TEXT_WORDS = 120;
export const BATCH_ITEMS = 3;
/** Songs that an artist's run may take, so that runs end within the run. */
const SONG_LIMIT = 3;

const textOf = (name: string, i: number): string =>
  `${syntheticSong(i, TEXT_WORDS)}\nThis is ${name} number ${i}`;
const cycled = <T>(list: readonly T[], i: number): T => {
  const one = list[i % list.length];
  if (one === undefined) throw new Error('an empty list');
  return one;
};

/** The title of the song that request `i` stores. */
export const trackTitle = (i: number): string => `Song of request ${i}`;

/** Request `i` of the traffic: the same for the same number. */
export function trafficRequest(i: number): TrafficRequest {
  const kind = cycled(CYCLE, i);
  const round = Math.floor(i / CYCLE.length);
  switch (kind) {
    case 'read':
      return get(kind, cycled(READS, i + round));
    case 'search':
      return get(
        kind,
        `/search?q=${encodeURIComponent(cycled(QUERIES, round + i))}&mode=${cycled(MODES, i)}`,
      );
    case 'export':
      return get(kind, '/export/tracks?format=ndjson&limit=50');
    case 'analyze':
      return post(kind, '/analyze', {
        lyrics: i % 2 === 0 ? textOf('text', i) : textOf('known text', i % KNOWN_TEXTS),
      });
    case 'batch':
      return { ...post(kind, '/batch', batchOf(i, round)), idempotencyKey: `bench-batch-${i}` };
    default:
      return round % 2 === 0 ? artistRequest(round) : trackRequest(i);
  }
}

const get = (kind: TrafficKind, path: string): TrafficRequest => ({ kind, method: 'GET', path });
const post = (kind: TrafficKind, path: string, body: object): TrafficRequest => ({
  kind,
  method: 'POST',
  path,
  body,
});

function batchOf(i: number, round: number): object {
  const items = Array.from({ length: BATCH_ITEMS }, (_, item) => ({ lyrics: textOf(`item ${item} of`, i) }));
  return { items, analyzer: round % 2 === 0 ? 'auto' : 'algorithmic' };
}

const artistRequest = (round: number): TrafficRequest =>
  post('artist', '/ingest/artists', { name: cycled(catalogue, round / 2).name, limit: SONG_LIMIT });

const trackRequest = (i: number): TrafficRequest =>
  post('track', '/ingest/tracks?source=bench', [
    { id: `bench-${i}`, artist: 'Bench Writer', title: trackTitle(i), lyrics: textOf('song', i) },
  ]);
