import type { ServiceContext } from '../../context.ts';
import {
  type ArtistPairRow,
  comparePairs,
  MAX_COMPARED_SONGS,
  type SongPair,
} from '../../db/queries/artist-pairs.ts';
import { type ArtistProfileRow, findProfiles } from '../../db/queries/artist-profiles.ts';
import { roundNumbers } from '../../ml/round-numbers.ts';
import type { ArtistMeasures } from './artist-profile.ts';
import { noSuchArtist } from './get-artist.ts';
import { readNewProfile, readProfile, type StoredProfile } from './read-profile.ts';
import { refreshProfile } from './refresh-profile.ts';
import { compareThemes } from './theme-overlap.ts';

const DECIMALS = 4;
const SHOWN_SONGS = 3;

type Context = Pick<ServiceContext, 'sql' | 'log' | 'engineVersion'>;

interface Side extends StoredProfile {
  row: ArtistProfileRow;
}

/**
 * Two to five artists next to each other, and for each pair their differences and what they share. Missing,
 * outdated and unreadable profiles are computed first. Throws NOT_FOUND.
 */
export async function compareArtists(ctx: Context, input: { ids: readonly number[] }) {
  const sides = await readSides(ctx, input.ids);
  const pairs = sides.flatMap((first, at) => sides.slice(at + 1).map((second) => ({ first, second })));
  const rows = await comparePairs(
    ctx.sql,
    pairs.map(({ first, second }) => ({
      first: first.row.id,
      second: second.row.id,
      words: commonTypes(first, second),
    })),
  );
  return roundNumbers(
    {
      artists: sides.map(({ row, profile, measures }) => ({
        id: row.id,
        name: row.name,
        songs: profile.songs,
        analysed: profile.analysed,
        years: profile.years,
        measures,
        themes: profile.themes.shares,
        computed_at: row.computed_at?.toISOString() ?? null,
      })),
      pairs: pairs.flatMap(({ first, second }, at) => {
        const row = rows[at];
        return row === undefined ? [] : [toPair(first, second, row)];
      }),
    },
    DECIMALS,
  );
}

async function readSides(ctx: Context, ids: readonly number[]): Promise<Side[]> {
  const found = await findProfiles(ctx.sql, { ids, engineVersion: ctx.engineVersion });
  const missing = ids.find((id) => !found.some((row) => row.id === id));
  if (missing !== undefined) throw noSuchArtist(missing);
  const sides = new Map<number, Side>();
  for (const row of found) {
    const stored = row.is_current ? readProfile(ctx, row) : null;
    if (stored !== null) sides.set(row.id, { row, ...stored });
  }
  const others = ids.filter((id) => !sides.has(id));
  for (const artistId of others) await refreshProfile(ctx, { artistId });
  const computed =
    others.length === 0 ? [] : await findProfiles(ctx.sql, { ids: others, engineVersion: ctx.engineVersion });
  for (const row of computed) sides.set(row.id, { row, ...readNewProfile(ctx, row) });
  return ids.map((id) => {
    const side = sides.get(id);
    if (side === undefined) throw noSuchArtist(id);
    return side;
  });
}

/** Shared types at the largest token count that both artists reach; null if there is none. */
function commonTypes(first: Side, second: Side): { tokens: number; first: number; second: number } | null {
  const theirs = second.profile.vocabulary.types_in_first;
  for (const mine of first.profile.vocabulary.types_in_first.toReversed()) {
    const types = theirs.find(({ tokens }) => tokens === mine.tokens)?.types ?? null;
    if (mine.types !== null && types !== null)
      return { tokens: mine.tokens, first: mine.types, second: types };
  }
  return null;
}

function toPair(first: Side, second: Side, row: ArtistPairRow) {
  return {
    first: first.row.id,
    second: second.row.id,
    lyrics_similarity: row.lyrics_similarity,
    analysis_similarity: row.analysis_similarity,
    differences: differencesOf(first.measures, second.measures),
    vocabulary: vocabularyOf(first, second, row),
    themes: compareThemes(first.profile.themes, second.profile.themes),
    nearest_songs: {
      first_songs: row.first_songs,
      second_songs: row.second_songs,
      is_exact: Math.max(row.first_songs, row.second_songs) < MAX_COMPARED_SONGS,
      items: disjoint(row.songs),
    },
  };
}

/** The first artist's values minus the second's, for the values that both have. */
function differencesOf(first: ArtistMeasures, second: ArtistMeasures): ArtistMeasures {
  const both = Object.entries(first).flatMap(([name, value]) => {
    const other = second[name];
    return other === undefined ? [] : [[name, value - other] as const];
  });
  return Object.fromEntries(both);
}

function vocabularyOf(first: Side, second: Side, { shared_words: shared }: ArtistPairRow) {
  const common = commonTypes(first, second);
  if (common === null || shared === null) {
    return {
      tokens: null,
      first_types: null,
      second_types: null,
      shared_types: null,
      jaccard: null,
      reason: 'too_few_tokens',
    };
  }
  return {
    tokens: common.tokens,
    first_types: common.first,
    second_types: common.second,
    shared_types: shared,
    jaccard: shared / (common.first + common.second - shared),
    reason: null,
  };
}

/** The most similar pairs, each song used at most once. */
function disjoint(pairs: readonly SongPair[]): SongPair[] {
  const used = new Set<number>();
  const chosen: SongPair[] = [];
  for (const pair of pairs) {
    if (chosen.length === SHOWN_SONGS) break;
    if (used.has(pair.first.id) || used.has(pair.second.id)) continue;
    used.add(pair.first.id).add(pair.second.id);
    chosen.push(pair);
  }
  return chosen;
}
