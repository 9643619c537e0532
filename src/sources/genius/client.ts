import { z } from 'zod';
import { SourceError } from '../../lib/source-error.ts';
import { challengeSign } from '../challenge.ts';
import { decodeBody } from '../decode-body.ts';
import type { FetchedPage, Fetcher } from '../fetcher.ts';
import { joinUrl } from '../join-url.ts';
import { readJson } from '../read-json.ts';
import { isSuccess, replyError } from '../reply-error.ts';
import {
  ArtistSongsResponseSchema,
  EnvelopeSchema,
  type GeniusArtist,
  GeniusArtistSchema,
  GeniusIdSchema,
  type GeniusSong,
  GeniusSongSchema,
  type GeniusSongStub,
  GeniusSongStubSchema,
  SearchResponseSchema,
} from './types.ts';

const PER_PAGE = 50;

export interface GeniusClientOptions {
  /** Reaches the API. */
  api: Fetcher;
  /** Reaches song pages; usually the polite fetcher. */
  web: Fetcher;
  apiUrl: string;
  webUrl: string;
  token: string;
  /** Epoch milliseconds. */
  now(): number;
}

/** One page of a list. `rejected` counts entries that could not be read, for example because of ids that overflow. */
export interface GeniusSongList {
  songs: GeniusSongStub[];
  rejected: number;
  nextPage: number | null;
}

/** A song page as received, to be parsed by `parseSongPage`. */
export interface GeniusSongDocument {
  url: string;
  status: number;
  headers: Headers;
  html: string;
  truncated: boolean;
}

export type SongSort = 'popularity' | 'release_date' | 'title';

export interface GeniusClient {
  search(query: string): Promise<GeniusSongList>;
  /** Null if Genius has no such song. */
  song(id: number): Promise<GeniusSong | null>;
  artist(id: number): Promise<GeniusArtist | null>;
  /** Null if Genius has no such artist. Pages count from 1. */
  artistSongs(id: number, page: number, sort?: SongSort): Promise<GeniusSongList | null>;
  /** Fetches a song page by its path or address; only the path is used. */
  songPage(pathOrUrl: string): Promise<GeniusSongDocument>;
}

function readSongs(entries: readonly unknown[]): Pick<GeniusSongList, 'rejected' | 'songs'> {
  const songs = entries.flatMap((entry) => GeniusSongStubSchema.safeParse(entry).data ?? []);
  return { songs, rejected: entries.length - songs.length };
}

function checkedId(id: number): number {
  if (!GeniusIdSchema.safeParse(id).success) throw new SourceError('rejected', `${id} is no Genius id`);
  return id;
}

async function callApi<Schema extends z.ZodType>(
  options: GeniusClientOptions,
  path: string,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const page = await options.api.fetch({
    url: joinUrl(options.apiUrl, path),
    headers: { accept: 'application/json', authorization: `Bearer ${options.token}` },
  });
  if (page.status === 404 && challengeSign(page.headers, '') === null) return null;
  if (page.status === 403)
    throw new SourceError('blocked', 'HTTP 403', { host: new URL(page.url).host, status: 403 });
  if (!isSuccess(page)) throw replyError(page, options.now());
  const envelope = readJson(page, EnvelopeSchema);
  if (envelope.meta.status === 404) return null;
  const response = schema.safeParse(envelope.response);
  if (response.success) return response.data;
  throw new SourceError('bad_reply', 'the reply has another shape than documented', {
    host: new URL(page.url).host,
    status: page.status,
    cause: response.error,
  });
}

/**
 * The address on our own web origin; only the path of the input is used, so that no reply can redirect us elsewhere.
 */
function pageAddress(webUrl: string, pathOrUrl: string): string {
  const { origin } = new URL(webUrl);
  const given = URL.parse(pathOrUrl, origin);
  if (!given || !/^https?:$/.test(given.protocol) || given.pathname === '/') {
    throw new SourceError('rejected', 'not the address of a song page');
  }
  const address = origin + given.pathname;
  // A path such as //host would lead to another origin.
  if (new URL(address).origin !== origin) throw new SourceError('redirect_refused', 'not a path');
  return address;
}

function toDocument(page: FetchedPage, nowMs: number): GeniusSongDocument {
  const { text } = decodeBody(page.body, page.headers.get('content-type'));
  const challenged = challengeSign(page.headers, page.status === 200 ? '' : text) !== null;
  // A refusal is a result of the page and is stored with its evidence; other failures are not.
  if (!isSuccess(page) && page.status !== 403 && !challenged) throw replyError(page, nowMs);
  return { url: page.url, status: page.status, headers: page.headers, html: text, truncated: page.truncated };
}

async function listArtistSongs(
  options: GeniusClientOptions,
  id: number,
  { page, sort }: { page: number; sort: SongSort },
): Promise<GeniusSongList | null> {
  const query = new URLSearchParams({ sort, per_page: String(PER_PAGE), page: String(page) });
  const found = await callApi(options, `/artists/${checkedId(id)}/songs?${query}`, ArtistSongsResponseSchema);
  if (!found) return null;
  // Some replies omit the field; a full page is then assumed to be followed by another, which may be empty.
  const silent = found.next_page === undefined && found.songs.length >= PER_PAGE;
  const nextPage = silent ? page + 1 : (found.next_page ?? null);
  if (nextPage !== null && nextPage <= page) {
    throw new SourceError('bad_reply', `page ${page} is followed by page ${nextPage}`);
  }
  return { ...readSongs(found.songs), nextPage };
}

/** A client of the Genius API and of its song pages. Failures are `SourceError`s; missing resources are null. */
export function createGeniusClient(options: GeniusClientOptions): GeniusClient {
  return {
    async search(query) {
      const found = await callApi(
        options,
        `/search?${new URLSearchParams({ q: query })}`,
        SearchResponseSchema,
      );
      const songs = (found?.hits ?? []).filter((hit) => (hit.type ?? hit.index ?? 'song') === 'song');
      return { ...readSongs(songs.map((hit) => hit.result)), nextPage: null };
    },
    async song(id) {
      const found = await callApi(
        options,
        `/songs/${checkedId(id)}`,
        z.looseObject({ song: GeniusSongSchema }),
      );
      return found?.song ?? null;
    },
    async artist(id) {
      const found = await callApi(
        options,
        `/artists/${checkedId(id)}`,
        z.looseObject({ artist: GeniusArtistSchema }),
      );
      return found?.artist ?? null;
    },
    artistSongs: (id, page, sort = 'popularity') => listArtistSongs(options, id, { page, sort }),
    async songPage(pathOrUrl) {
      const page = await options.web.fetch({
        url: pageAddress(options.webUrl, pathOrUrl),
        headers: { accept: 'text/html,application/xhtml+xml' },
      });
      return toDocument(page, options.now());
    },
  };
}
