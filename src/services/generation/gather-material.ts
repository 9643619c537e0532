import type { ServiceContext } from '../../context.ts';
import type { SearchQuery, SearchRow, SemanticQuery } from '../../db/queries/search.ts';
import { NO_FILTERS } from '../../db/queries/track-filters.ts';
import { type ArtistAsked, findWritingSources } from '../../db/queries/writing-sources.ts';
import { describeError } from '../../lib/errors.ts';
import type { SourceLine } from '../../ml/compose/types.ts';
import { currentEmbedder } from '../embedding/current-embedder.ts';
import { embedQuery } from '../embedding/embed-query.ts';
import { readQuery } from '../search/read-query.ts';
import { hasEnoughSongs, requireArtist, requireStyle } from './choose-style.ts';
import { measureStyle, type StyleProfile, type StyleSong } from './style-profile.ts';
import { linesOf } from './text-lines.ts';

const HITS = 24;
/** Lines of the passage that made a song a hit, beside its other lines. */
const PASSAGE_WEIGHT = 2;
const HIT_WEIGHT = 1;
const STYLE_WEIGHT = 1.5;
/** Songs of the style that lend their lines: those nearest to the subject. */
const STYLE_SONGS = 24;

export type GatherContext = Pick<
  ServiceContext,
  | 'sql'
  | 'config'
  | 'clock'
  | 'embedder'
  | 'nextEmbedder'
  | 'cache'
  | 'breaker'
  | 'state'
  | 'metrics'
  | 'log'
  | 'lexicon'
  | 'queryVectors'
  | 'waitUntil'
>;

/** What a verse is written from. */
export interface Material {
  style: StyleProfile | null;
  /** Songs of the style, those nearest to the subject first. */
  styleSongs: StyleSong[];
  sources: SourceLine[];
  /** The other artist; null if none was named, or if too few of its songs are English. */
  sourceStyle: StyleProfile | null;
  /** Songs that the sources are from. */
  songs: number;
  /** Songs that were found for the subject. */
  hits: number;
}

export interface MaterialAsked {
  /** The subject in words. */
  about: string;
  style: ArtistAsked | null;
  /** Another artist, who is only measured. */
  source?: ArtistAsked | null;
  /** The fields of the request that name the two, for its faults. */
  paths?: { style: string; source: string };
}

const PATHS = { style: 'style', source: 'source' };

/** The vector of a text; null without an embedding model, or (logged) if it does not answer. */
async function vectorOf(ctx: GatherContext, text: string): Promise<SemanticQuery | null> {
  const embedder = await currentEmbedder(ctx);
  if (embedder === null) return null;
  try {
    return await embedQuery(ctx, embedder, text);
  } catch (error) {
    ctx.log.warn('writing without meaning', { error: describeError(error) });
    return null;
  }
}

/** A search for songs about a text, by words and unless told otherwise by meaning; null if there is nothing to search for. */
export async function subjectSearch(
  ctx: GatherContext,
  about: string,
  { limit, byMeaning = true }: { limit: number; byMeaning?: boolean },
): Promise<SearchQuery | null> {
  const { lexical, meaning } = readQuery(about.replaceAll('"', ' '), null);
  const semantic = byMeaning ? await vectorOf(ctx, meaning) : null;
  if (semantic === null && lexical.words.length === 0) return null;
  return {
    lexical: lexical.words.length === 0 ? null : { ...lexical, anyWord: true, names: [], nearNames: false },
    semantic,
    scope: { filters: NO_FILTERS, phrases: [], languages: lexical.languages, lastId: null },
    facets: [],
    limit,
    offset: 0,
  };
}

/**
 * Songs about the subject and songs of the style, in one round trip to Postgres, and the measured style. Throws
 * NOT_FOUND and INFEASIBLE for a style that cannot be measured.
 */
export async function gatherMaterial(
  ctx: GatherContext,
  { about, style, source = null, paths = PATHS }: MaterialAsked,
): Promise<Material> {
  const search = await subjectSearch(ctx, about, { limit: HITS });
  const named = [style, source].filter((one) => one !== null);
  const found = await findWritingSources(ctx.sql, { search, styles: named });
  const rows = style === null ? undefined : found.styles[0];
  const sourceRows = source === null ? undefined : found.styles.at(-1);
  if (rows !== undefined && style !== null) requireStyle(rows, style, paths.style);
  if (sourceRows !== undefined && source !== null) requireArtist(sourceRows, source, paths.source);
  const measured = rows === undefined ? null : measureStyle(rows, ctx.lexicon);
  const isMeasured = sourceRows !== undefined && hasEnoughSongs(sourceRows);
  const styleSongs = (measured?.songs ?? [])
    .toSorted((a, b) => a.nearness - b.nearness)
    .slice(0, STYLE_SONGS);
  const own = new Set(styleSongs.map(({ id }) => id));
  const others = found.hits.filter(({ id }) => !own.has(id));
  return {
    style: measured?.profile ?? null,
    sourceStyle: isMeasured ? measureStyle(sourceRows, ctx.lexicon).profile : null,
    styleSongs,
    sources: [...styleSongs.flatMap(linesOfStyle), ...others.flatMap(linesOfHit)],
    songs: styleSongs.length + others.length,
    hits: found.hits.length,
  };
}

function linesOfStyle({ id, lines }: StyleSong): SourceLine[] {
  return lines.map(({ text }) => ({ text, weight: STYLE_WEIGHT, source: id }));
}

function linesOfHit({ id, lyrics, start_line, end_line }: SearchRow): SourceLine[] {
  const isNear = (row: number): boolean =>
    start_line !== null && end_line !== null && row >= start_line && row < end_line;
  return linesOf(lyrics ?? '').map(({ row, text }) => ({
    text,
    weight: isNear(row) ? PASSAGE_WEIGHT : HIT_WEIGHT,
    source: id,
  }));
}
