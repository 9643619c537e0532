import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { CatalogueArtist } from '../catalogue/catalogue.ts';
import { header, readBody, startHttpServer } from '../http-server.ts';
import { createFaultBoard, type Fault, type FaultBoard, type FaultInput, FaultSchema } from './faults.ts';
import { createRequestLog, type RequestLog, type RequestSummary } from './request-log.ts';
import { answerControl, answerWithFault, findFault, sendHtml } from './site-reply.ts';
import { createSiteCatalogue } from './site-songs.ts';
import {
  albumIdOf,
  reccoBeatsFeaturesJson,
  reccoBeatsIdOf,
  reccoBeatsTrackJson,
  type SpotifyShape,
  searchTracks,
  trackJson,
} from './spotify-api.ts';
import { decoysOf, featuresOf, type SiteTrack, trackOf } from './spotify-catalogue.ts';

const TOKEN_LIFE_SECONDS = 3600;

export interface SpotifySiteOptions {
  port?: number;
  artists: readonly CatalogueArtist[];
  clientId: string;
  clientSecret: string;
  /** Fields of 2026 unless told otherwise. */
  shape?: SpotifyShape;
  /** Whether this application may still ask for audio features. */
  audioFeatures?: boolean;
}

export interface SpotifySiteControl {
  addFault(fault: FaultInput): void;
  clearFaults(): void;
  /** Makes every token given so far worthless. */
  expireTokens(): void;
  addTracks(tracks: readonly SiteTrack[]): void;
  /** What `wrong_artists` puts before the tracks that were searched for. */
  addDecoys(tracks: readonly SiteTrack[]): void;
  requests(): RequestSummary;
  clearRequests(): void;
  tracks(): readonly SiteTrack[];
}

export interface SpotifySite {
  /** Serves accounts and API; ReccoBeats is under `/reccobeats`. */
  url: string;
  stop(): Promise<void>;
  control: SpotifySiteControl;
}

const CommandSchema = z.strictObject({
  add: z.array(FaultSchema).default([]),
  clear: z.boolean().default(false),
  expire_tokens: z.boolean().default(false),
});

interface State {
  tracks: Map<string, SiteTrack>;
  byReccoBeatsId: Map<string, SiteTrack>;
  decoys: SiteTrack[];
  tokens: Set<string>;
  issued: number;
  faults: FaultBoard;
  log: RequestLog;
  options: SpotifySiteOptions;
}

type Answer = { status: number; body: object };

const missing: Answer = { status: 404, body: { error: { status: 404, message: 'Resource not found' } } };
const forbidden: Answer = { status: 403, body: { error: { status: 403, message: 'Forbidden' } } };

async function answerToken(state: State, request: IncomingMessage): Promise<Answer> {
  const expected = `Basic ${Buffer.from(`${state.options.clientId}:${state.options.clientSecret}`).toString('base64')}`;
  const form = new URLSearchParams(await readBody(request, 10_000));
  if (header(request, 'authorization') !== expected)
    return { status: 400, body: { error: 'invalid_client' } };
  if (form.get('grant_type') !== 'client_credentials')
    return { status: 400, body: { error: 'unsupported_grant_type' } };
  state.issued += 1;
  const token = `token-${state.issued}`;
  state.tokens.add(token);
  return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: TOKEN_LIFE_SECONDS } };
}

function answerReccoBeats(state: State, path: string, query: URLSearchParams): Answer {
  if (path === '/reccobeats/v1/track') {
    const wanted = (query.get('ids') ?? '').split(',');
    const content = wanted.flatMap((id) => {
      const track = state.tracks.get(id);
      return track ? [reccoBeatsTrackJson(track)] : [];
    });
    return { status: 200, body: { content } };
  }
  const id = /^\/reccobeats\/v1\/track\/([0-9a-f-]{36})\/audio-features$/.exec(path)?.[1] ?? '';
  const track = state.byReccoBeatsId.get(id);
  return track ? { status: 200, body: reccoBeatsFeaturesJson(track) } : missing;
}

function answerSearch(
  state: State,
  query: URLSearchParams,
  faults: readonly Fault[],
  shape: SpotifyShape,
): Answer {
  const limit = Math.min(Number(query.get('limit') ?? 5) || 5, shape === '2026' ? 10 : 50);
  const found = searchTracks([...state.tracks.values()], query.get('q') ?? '', limit);
  const wrong = findFault(faults, 'wrong_artists')
    ? searchTracks(state.decoys, query.get('q') ?? '', limit)
    : [];
  // The song itself is in the list, as a rule, but it is never the first.
  const items = [...wrong.slice(0, Math.ceil(limit / 2)), ...found]
    .slice(0, limit)
    .map((track) => trackJson(track, shape));
  return {
    status: 200,
    body: { tracks: { items, limit, offset: 0, total: items.length, next: null, previous: null } },
  };
}

function answerAlbum(state: State, id: string, shape: SpotifyShape): Answer {
  const tracks = [...state.tracks.values()].filter((track) => albumIdOf(track) === id);
  const [first] = tracks;
  if (!first) return missing;
  const { album } = trackJson(first, shape) as { album: object };
  const items = tracks.map((track) => ({ ...trackJson(track, shape), album: undefined }));
  return {
    status: 200,
    body: { ...album, total_tracks: items.length, tracks: { items, next: null, total: items.length } },
  };
}

function answerApi(state: State, path: string, query: URLSearchParams, faults: readonly Fault[]): Answer {
  const shape = state.options.shape ?? '2026';
  if (path === '/v1/search') return answerSearch(state, query, faults, shape);
  const [, kind, id] = /^\/v1\/(tracks|albums|audio-features)\/(\w+)$/.exec(path) ?? [];
  if (kind === 'albums') return answerAlbum(state, id ?? '', shape);
  if (kind === 'audio-features' && state.options.audioFeatures !== true) return forbidden;
  const known = state.tracks.get(id ?? '') ?? state.decoys.find((decoy) => decoy.id === id);
  if (!kind || !known) return missing;
  return { status: 200, body: kind === 'tracks' ? trackJson(known, shape) : featuresOf(known.id) };
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://site.invalid');
  const entry = { method: request.method ?? 'GET', path: request.url ?? '/', kind: 'api' as const };
  state.log.note({ ...entry, userAgent: header(request, 'user-agent') ?? '' });
  const faults = state.faults.take('api', url.pathname);
  if (await answerWithFault(faults, request, response)) return;
  let reply: Answer;
  if (url.pathname === '/api/token') reply = await answerToken(state, request);
  else if (url.pathname.startsWith('/reccobeats/'))
    reply = answerReccoBeats(state, url.pathname, url.searchParams);
  else if (!state.tokens.has(header(request, 'authorization')?.replace('Bearer ', '') ?? '')) {
    reply = { status: 401, body: { error: { status: 401, message: 'The access token expired' } } };
  } else reply = answerApi(state, url.pathname, url.searchParams, faults);
  const text = JSON.stringify(reply.body);
  const cut = findFault(faults, 'broken_json') || findFault(faults, 'truncated');
  const type = findFault(faults, 'wrong_content_type')
    ? 'text/html; charset=utf-8'
    : 'application/json; charset=utf-8';
  sendHtml(response, reply.status, cut ? text.slice(0, Math.floor(text.length / 2)) : text, {
    'content-type': type,
  });
}

function createState(options: SpotifySiteOptions): State {
  const songs = [...createSiteCatalogue(options.artists).songs.values()];
  const state: State = {
    tracks: new Map(),
    byReccoBeatsId: new Map(),
    decoys: songs.flatMap(decoysOf),
    tokens: new Set(),
    issued: 0,
    faults: createFaultBoard(),
    log: createRequestLog(),
    options,
  };
  addTracks(
    state,
    songs.map(trackOf).filter((track) => track !== null),
  );
  return state;
}

function addTracks(state: State, tracks: readonly SiteTrack[]): void {
  for (const track of tracks) {
    state.tracks.set(track.id, track);
    state.byReccoBeatsId.set(reccoBeatsIdOf(track.id), track);
  }
}

/** Serves the catalogue the way Spotify does, and ReccoBeats beside it; misbehaves on command. */
export async function startSpotifySite(options: SpotifySiteOptions): Promise<SpotifySite> {
  const state = createState(options);
  const command = (body: unknown): void => {
    const parsed = CommandSchema.parse(body);
    if (parsed.clear) state.faults.clear();
    if (parsed.expire_tokens) state.tokens.clear();
    for (const fault of parsed.add) state.faults.add(fault);
  };
  const listen = { name: 'the Spotify site', ...(options.port === undefined ? {} : { port: options.port }) };
  const server = await startHttpServer(listen, async (request, response) => {
    if (await answerControl(request, response, { ...state, command })) return;
    await answer(state, request, response);
  });
  return {
    url: server.url,
    stop: () => server.close(),
    control: {
      addFault: (fault) => state.faults.add(fault),
      clearFaults: () => state.faults.clear(),
      expireTokens: () => state.tokens.clear(),
      addTracks: (tracks) => addTracks(state, tracks),
      addDecoys: (tracks) => void state.decoys.push(...tracks),
      requests: () => state.log.summary(),
      clearRequests: () => state.log.clear(),
      tracks: () => [...state.tracks.values()],
    },
  };
}
