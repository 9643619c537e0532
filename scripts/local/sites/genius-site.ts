import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { CatalogueArtist } from '../catalogue/catalogue.ts';
import { header, LOOPBACK, sendJson, sendText, startHttpServer } from '../http-server.ts';
import { createFaultBoard, type Fault, type FaultBoard, type FaultInput, FaultSchema } from './faults.ts';
import { type GeneratedArtistOptions, generateArtist } from './generated-artist.ts';
import { answerApi } from './genius-api.ts';
import { renderSongPage } from './genius-page.ts';
import { createRequestLog, type RequestLog, type RequestSummary } from './request-log.ts';
import { answerControl, answerWithFault, findFault, sendHtml } from './site-reply.ts';
import { createSiteCatalogue, type SiteCatalogue, type SiteSong } from './site-songs.ts';
import { encodeWindows1251 } from './windows-1251.ts';

const ROBOTS = 'User-agent: *\nDisallow: /search\nDisallow: /api/\nDisallow: /*?*unwanted=\nAllow: /\n';
const HUGE_BYTES = 5 * 1024 * 1024;
const OVERFLOWING_ID = 9_007_199_254_740_993n;

export interface GeniusSiteOptions {
  port?: number;
  artists: readonly CatalogueArtist[];
  /** Bearer token that the API requires. */
  token: string;
}

export interface GeniusSiteControl {
  addFault(fault: FaultInput): void;
  clearFaults(): void;
  /** Changes the lyrics of a song, as a contributor would between two scrapes. False: no such path. */
  editSong(path: string): boolean;
  addArtist(options: GeneratedArtistOptions): void;
  requests(): RequestSummary;
  clearRequests(): void;
  songs(): SiteSong[];
}

export interface GeniusSite {
  url: string;
  stop(): Promise<void>;
  control: GeniusSiteControl;
}

/** Body of `POST /__faults`: faults to add, a path to edit, an artist to make up. */
const CommandSchema = z.strictObject({
  add: z.array(FaultSchema).default([]),
  clear: z.boolean().default(false),
  edit: z.array(z.string()).default([]),
  generate: z
    .strictObject({
      name: z.string(),
      songs: z.int().positive().max(5000),
      duplicateTitles: z.boolean().default(false),
    })
    .optional(),
});

interface State {
  catalogue: SiteCatalogue;
  faults: FaultBoard;
  log: RequestLog;
  token: string;
}

function editSong(catalogue: SiteCatalogue, path: string): boolean {
  const song = catalogue.byPath.get(path);
  if (!song) return false;
  song.lyrics = `${song.lyrics}\n(One more line, written down later)`;
  song.lyricsUpdatedAt += 60;
  return true;
}

function sendPage(song: SiteSong, faults: readonly Fault[], response: ServerResponse): void {
  const oldEncoding = findFault(faults, 'windows_1251') !== undefined;
  const html = renderSongPage(song, {
    changedClasses: findFault(faults, 'changed_classes') !== undefined,
    withoutState: findFault(faults, 'without_state') !== undefined,
    withoutDom: findFault(faults, 'without_dom') !== undefined,
    asciiState: oldEncoding,
  });
  if (oldEncoding) {
    const declared = html.replace(
      '<head>',
      '<head>\n<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
    );
    sendHtml(response, 200, encodeWindows1251(declared), { 'content-type': 'text/html' });
    return;
  }
  const truncated = findFault(faults, 'truncated');
  const huge = findFault(faults, 'huge');
  if (truncated) sendHtml(response, 200, html.slice(0, truncated.amount ?? Math.floor(html.length * 0.6)));
  else if (huge)
    sendHtml(
      response,
      200,
      html.replace(
        '<body>',
        `<body>${'<!-- filler -->'.repeat(Math.ceil((huge.amount ?? HUGE_BYTES) / 15))}`,
      ),
    );
  else sendHtml(response, 200, html);
}

function sendApi(state: State, url: URL, faults: readonly Fault[], response: ServerResponse): boolean {
  const reply = answerApi(state.catalogue, url.pathname, url.searchParams);
  if (!reply) return false;
  // The songs exist nowhere else: their links lead to this site.
  let text = JSON.stringify(reply.body).replaceAll('https://genius.com', url.origin);
  if (findFault(faults, 'overflow_ids'))
    text = text.replace(/"id":\d+,"instrumental"/, `"id":${OVERFLOWING_ID},"instrumental"`);
  if (findFault(faults, 'broken_json') || findFault(faults, 'truncated'))
    text = text.slice(0, Math.floor(text.length / 2));
  const type = findFault(faults, 'wrong_content_type')
    ? 'text/html; charset=utf-8'
    : 'application/json; charset=utf-8';
  sendHtml(response, reply.status, text, { 'content-type': type });
  return true;
}

function isApiPath(path: string): boolean {
  return path === '/search' || /^\/(?:songs|artists)\//.test(path);
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${header(request, 'host') ?? LOOPBACK}`);
  const path = decodeURIComponent(url.pathname);
  const kind = path === '/robots.txt' ? 'robots' : isApiPath(path) ? 'api' : 'page';
  state.log.note({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    kind,
    userAgent: header(request, 'user-agent') ?? '',
  });
  const faults = state.faults.take(kind, path);
  if (await answerWithFault(faults, request, response)) return;
  if (kind === 'robots') {
    sendText(response, 200, ROBOTS);
    return;
  }
  if (kind === 'api') {
    if (header(request, 'authorization') !== `Bearer ${state.token}`) {
      sendJson(response, 401, { meta: { status: 401, message: 'This call requires an access token.' } });
      return;
    }
    if (sendApi(state, url, faults, response)) return;
  }
  const song = state.catalogue.byPath.get(path);
  if (song) sendPage(song, faults, response);
  else sendHtml(response, 404, '<!doctype html><html><body><h1>Oops! Page not found</h1></body></html>');
}

/** Serves artists the way Genius does, API and song pages on one origin, and misbehaves on command. */
export async function startGeniusSite(options: GeniusSiteOptions): Promise<GeniusSite> {
  const catalogue = createSiteCatalogue(options.artists);
  const state: State = {
    catalogue,
    faults: createFaultBoard(),
    log: createRequestLog(),
    token: options.token,
  };
  const addArtist = (artist: GeneratedArtistOptions): void => catalogue.add(generateArtist(artist));
  const command = (body: unknown): void => {
    const parsed = CommandSchema.parse(body);
    if (parsed.clear) state.faults.clear();
    for (const fault of parsed.add) state.faults.add(fault);
    for (const path of parsed.edit) editSong(catalogue, path);
    if (parsed.generate) addArtist(parsed.generate);
  };
  const listen = { name: 'the Genius site', ...(options.port === undefined ? {} : { port: options.port }) };
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
      editSong: (path) => editSong(catalogue, path),
      addArtist,
      requests: () => state.log.summary(),
      clearRequests: () => state.log.clear(),
      songs: () => [...catalogue.songs.values()],
    },
  };
}
