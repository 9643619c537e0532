import { z } from 'zod';
import type { FetchedPage, Fetcher } from '../fetcher.ts';
import { joinUrl } from '../join-url.ts';
import { readJson } from '../read-json.ts';
import { isSuccess, replyError } from '../reply-error.ts';
import { type AudioFeatures, parseAudioFeatures } from './parse.ts';

/** Maximum ids per lookup. */
const MAX_IDS = 40;

const LookupSchema = z.looseObject({
  content: z.array(z.looseObject({ id: z.uuid(), href: z.string().nullish() })),
});

export interface ReccoBeatsOptions {
  fetcher: Fetcher;
  apiUrl: string;
  /** Epoch milliseconds. */
  now(): number;
}

export interface ReccoBeatsClient {
  /** ReccoBeats' own ids by Spotify id, for the known ones of at most 40 tracks. */
  lookup(spotifyIds: readonly string[]): Promise<Map<string, string>>;
  /** Features by ReccoBeats id, null if it has none. */
  featuresOf(reccoBeatsId: string): Promise<AudioFeatures | null>;
  /** Features by Spotify id: a lookup, then the features. */
  audioFeatures(spotifyId: string): Promise<AudioFeatures | null>;
}

function spotifyIdOf(href: string | null | undefined): string | null {
  return /\/track\/([0-9A-Za-z]{22})(?:[/?#]|$)/.exec(href ?? '')?.[1] ?? null;
}

/** A client of ReccoBeats, which still provides audio features that Spotify no longer does. Needs no key. */
export function createReccoBeatsClient(options: ReccoBeatsOptions): ReccoBeatsClient {
  const get = async (path: string): Promise<FetchedPage | null> => {
    const page = await options.fetcher.fetch({
      url: joinUrl(options.apiUrl, path),
      headers: { accept: 'application/json' },
    });
    if (page.status === 404) return null;
    if (!isSuccess(page)) throw replyError(page, options.now());
    return page;
  };
  async function lookup(spotifyIds: readonly string[]): Promise<Map<string, string>> {
    if (spotifyIds.length === 0) return new Map();
    const ids = spotifyIds.slice(0, MAX_IDS).map(encodeURIComponent).join(',');
    const page = await get(`/v1/track?ids=${ids}`);
    const content = page === null ? [] : readJson(page, LookupSchema).content;
    return new Map(
      content.flatMap(({ id, href }): [string, string][] => {
        const spotifyId = spotifyIdOf(href);
        return spotifyId === null ? [] : [[spotifyId, id]];
      }),
    );
  }
  async function featuresOf(reccoBeatsId: string): Promise<AudioFeatures | null> {
    const page = await get(`/v1/track/${encodeURIComponent(reccoBeatsId)}/audio-features`);
    return page === null ? null : parseAudioFeatures(readJson(page, z.unknown()));
  }
  return {
    lookup,
    featuresOf,
    async audioFeatures(spotifyId) {
      const id = (await lookup([spotifyId])).get(spotifyId);
      return id === undefined ? null : await featuresOf(id);
    },
  };
}
