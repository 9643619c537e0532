import { z } from 'zod';
import { SourceError } from '../../lib/source-error.ts';
import type { FetchedPage, Fetcher } from '../fetcher.ts';
import { joinUrl } from '../join-url.ts';
import { readJson } from '../read-json.ts';
import { isSuccess, replyError } from '../reply-error.ts';
import {
  type AudioFeatures,
  normaliseIsrc,
  parseAudioFeatures,
  parseTrack,
  type TrackFacts,
} from './parse.ts';
import { type AlbumPage, readAlbumPage } from './parse-album.ts';
import type { TokenSource } from './token.ts';
import { SearchResponseSchema, SpotifyIdSchema, SpotifyTrackSchema } from './types.ts';

/** The maximum for applications in development mode. */
const SEARCH_LIMIT = 10;
const ERROR_BODY = z.looseObject({
  error: z.looseObject({ reason: z.string().nullish(), message: z.string().nullish() }),
});

export interface SpotifyClientOptions {
  fetcher: Fetcher;
  apiUrl: string;
  tokens: TokenSource;
  /** Epoch milliseconds. */
  now(): number;
}

export interface SpotifyClient {
  /** Candidates for a song in Spotify's order; to be scored by `matchTrack`. */
  searchTracks(query: { title: string; artist: string }): Promise<TrackFacts[]>;
  /** Tracks with an ISRC; reissues share one, so there may be several. */
  tracksByIsrc(isrc: string): Promise<TrackFacts[]>;
  /** Null if Spotify has no such track. */
  track(id: string): Promise<TrackFacts | null>;
  album(id: string): Promise<AlbumPage | null>;
  /** Throws `SourceError('feature_unavailable')` if this application may not use the endpoint. */
  audioFeatures(id: string): Promise<AudioFeatures | null>;
}

/** A day: the wait before an exhausted quota is tried again. */
const QUOTA_WAIT_MS = 24 * 60 * 60 * 1000;

function reasonOf(page: FetchedPage): string | null {
  try {
    return readJson(page, ERROR_BODY).error.reason ?? null;
  } catch {
    return null;
  }
}

function failure(page: FetchedPage, nowMs: number): SourceError {
  if (page.status === 429 && reasonOf(page) === 'QUOTA_EXCEEDED') {
    const { host } = new URL(page.url);
    const facts = { host, status: 429, retryAfterMs: QUOTA_WAIT_MS, retryAtMs: nowMs + QUOTA_WAIT_MS };
    return new SourceError('parked', 'the quota of this application is used up', facts);
  }
  return replyError(page, nowMs);
}

/** Sends with a token, and once more with a new one if the token is refused. */
async function send(options: SpotifyClientOptions, path: string): Promise<FetchedPage> {
  const attempt = async (token: string): Promise<FetchedPage> =>
    await options.fetcher.fetch({
      url: joinUrl(options.apiUrl, path),
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
    });
  const token = await options.tokens.token();
  const page = await attempt(token);
  if (page.status !== 401) return page;
  await options.tokens.drop(token);
  return await attempt(await options.tokens.token());
}

function checkedId(id: string): string {
  if (!SpotifyIdSchema.safeParse(id).success) throw new SourceError('rejected', 'not a Spotify id');
  return id;
}

async function getOrNull<Schema extends z.ZodType>(
  options: SpotifyClientOptions,
  path: string,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const page = await send(options, path);
  if (page.status === 404) return null;
  if (!isSuccess(page)) throw failure(page, options.now());
  return readJson(page, schema);
}

/** Throws if the endpoint is closed to this application, as many are since 2024. */
function refuseIfRemoved(page: FetchedPage, feature: string): void {
  if (page.status !== 403 && page.status !== 404 && page.status !== 410) return;
  const { host } = new URL(page.url);
  const facts = { host, status: page.status, feature };
  throw new SourceError('feature_unavailable', `HTTP ${page.status}`, facts);
}

async function search(options: SpotifyClientOptions, query: string): Promise<TrackFacts[]> {
  const parameters = new URLSearchParams({ q: query, type: 'track', limit: String(SEARCH_LIMIT) });
  const page = await send(options, `/v1/search?${parameters}`);
  refuseIfRemoved(page, 'spotify.search');
  if (!isSuccess(page)) throw failure(page, options.now());
  const found = readJson(page, SearchResponseSchema);
  return (found.tracks?.items ?? []).flatMap((item) => {
    const parsed = SpotifyTrackSchema.safeParse(item);
    return parsed.success ? [parseTrack(parsed.data)] : [];
  });
}

/** A quoted term of Spotify's query language, in which a quote cannot be escaped. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', ' ').replace(/\s+/g, ' ').trim()}"`;
}

/** A client of the Spotify Web API. Failures are `SourceError`s; missing resources are null. */
export function createSpotifyClient(options: SpotifyClientOptions): SpotifyClient {
  return {
    searchTracks: ({ title, artist }) => search(options, `track:${quoted(title)} artist:${quoted(artist)}`),
    async tracksByIsrc(isrc) {
      const plain = normaliseIsrc(isrc);
      if (plain === null) return [];
      const found = await search(options, `isrc:${plain}`);
      return found.filter((track) => track.isrc === null || track.isrc === plain);
    },
    async track(id) {
      const track = await getOrNull(options, `/v1/tracks/${checkedId(id)}`, SpotifyTrackSchema);
      return track === null ? null : parseTrack(track);
    },
    async album(id) {
      const album = await getOrNull(options, `/v1/albums/${checkedId(id)}`, z.unknown());
      return album === null ? null : readAlbumPage(album);
    },
    async audioFeatures(id) {
      const page = await send(options, `/v1/audio-features/${checkedId(id)}`);
      refuseIfRemoved(page, 'spotify.audio_features');
      if (!isSuccess(page)) throw failure(page, options.now());
      return parseAudioFeatures(readJson(page, z.unknown()));
    },
  };
}
