import type { ServiceContext } from '../../src/context.ts';
import { NO_FILTERS } from '../../src/db/queries/track-filters.ts';
import { isHeaderLine } from '../../src/lyrics/text/sections.ts';
import { seeded } from '../../src/ml/compose/random.ts';
import { artistAsked } from '../../src/services/generation/choose-style.ts';
import { gatherMaterial } from '../../src/services/generation/gather-material.ts';
import type { StyleProfile } from '../../src/services/generation/style-profile.ts';
import { contentKept } from '../../src/services/generation/transfer/content-kept.ts';
import {
  measuresOfProfile,
  measuresOfText,
  styleAxis,
} from '../../src/services/generation/transfer/style-distance.ts';
import { transferStyle } from '../../src/services/generation/transfer/transfer-style.ts';
import { listTracks } from '../../src/services/tracks/list-tracks.ts';
import { type CatalogueSong, catalogue } from '../local/catalogue/catalogue.ts';
import { storeDemoSongs } from './store-demo-songs.ts';

/** How one way to change a text did, over all pairs of artists. */
interface WayScores {
  /** Share of the texts that are nearer to the target than to the source. */
  nearer_to_target: number;
  /** Mean way from source (0) to target (1). */
  way: number;
  /** Mean cosine of the meanings before and after, with the typical words of both artists left out. */
  content_kept: number;
  /** Mean share of the words that carry the meaning which stayed. */
  words_kept: number;
}

export interface TransferEval {
  pairs: number;
  lines: number;
  lines_changed: number;
  longest_copied_run_max: number;
  transfer: WayScores;
  do_nothing: WayScores;
  random_verse_of_target: WayScores;
}

interface Pair {
  source: string;
  target: string;
  text: string[];
  /** As many lines of one of the target's songs. */
  verse: string[];
}

type Judged = { nearer: boolean; way: number; content: number | null; words: number };

const VERSE_LINES = 8;
const MIN_SONGS = 3;
const MAX_CHARACTERS = 1000;
const SEED = 17;

const linesOf = ({ lyrics }: CatalogueSong): string[] => {
  const lines = lyrics.split('\n').filter((line) => line.trim() !== '' && !isHeaderLine(line));
  return lines.slice(0, VERSE_LINES);
};

const versesOf = (songs: readonly CatalogueSong[]): string[][] =>
  songs
    .filter(({ state, language }) => state === 'complete' && language === 'en')
    .map(linesOf)
    .filter((lines) => lines.length === VERSE_LINES && lines.join('\n').length <= MAX_CHARACTERS);

/** Every ordered pair of artists with enough songs, each with a verse of either, drawn from a fixed seed. */
function drawPairs(): Pair[] {
  const random = seeded(SEED);
  const artists = catalogue
    .map(({ name, songs }) => ({ name, verses: versesOf(songs) }))
    .filter(({ verses }) => verses.length >= MIN_SONGS);
  const drawn = (verses: readonly string[][]): string[] => verses[Math.floor(random() * verses.length)] ?? [];
  return artists.flatMap((source) =>
    artists
      .filter((target) => target !== source)
      .map((target) => ({
        source: source.name,
        target: target.name,
        text: drawn(source.verses),
        verse: drawn(target.verses),
      })),
  );
}

/** Rewrites a verse of each demo artist toward each other, without a model, beside two ways that should lose. */
export async function evalTransfer(
  ctx: ServiceContext,
  most: number,
  progress: (done: number, total: number) => void,
): Promise<TransferEval> {
  const { items } = await listTracks(ctx, {
    limit: 1,
    cursor: null,
    ids: null,
    name: null,
    filters: NO_FILTERS,
    facets: [],
  });
  if (items.length === 0) await storeDemoSongs(ctx, progress);
  const pairs = drawPairs().slice(0, most);
  const judged: Record<'transfer' | 'nothing' | 'verse', Judged[]> = { transfer: [], nothing: [], verse: [] };
  const counts = { lines: 0, changed: 0, run: 0 };
  for (const [done, pair] of pairs.entries()) {
    const { text, source, target } = pair;
    const answer = await transferStyle(ctx, {
      lyrics: text.join('\n'),
      source,
      target,
      rhyme: null,
      temperature: 0.8,
      seed: 1,
    });
    const judge = await openJudge(ctx, pair);
    judged.transfer.push(await judge(answer.lines.map(({ after }) => after)));
    judged.nothing.push(await judge(text));
    judged.verse.push(await judge(pair.verse));
    counts.lines += answer.lines.length;
    counts.changed += answer.lines.filter(({ before, after }) => before !== after).length;
    counts.run = Math.max(counts.run, answer.originality.longest_run);
    progress(done + 1, pairs.length);
  }
  return {
    pairs: pairs.length,
    lines: counts.lines,
    lines_changed: counts.changed,
    longest_copied_run_max: counts.run,
    transfer: scoresOf(judged.transfer),
    do_nothing: scoresOf(judged.nothing),
    random_verse_of_target: scoresOf(judged.verse),
  };
}

/** Judges any text as what became of the pair's text. */
async function openJudge(ctx: ServiceContext, { text, source, target }: Pair) {
  const material = await gatherMaterial(ctx, {
    about: text.join('\n'),
    style: artistAsked(target),
    source: artistAsked(source),
  });
  const styles = [material.sourceStyle, material.style].filter((one): one is StyleProfile => one !== null);
  const [from, to] = styles;
  if (from === undefined || to === undefined) throw new Error(`${source} or ${target} cannot be measured`);
  const axis = styleAxis(measuresOfProfile(from), measuresOfProfile(to));
  const styleWords = new Set(styles.flatMap(({ typical }) => typical.map(({ word }) => word)));
  return async (after: readonly string[]): Promise<Judged> => {
    const measures = measuresOfText(after, ctx.lexicon);
    const { to_source, to_target } = axis.distances(measures);
    const content = await contentKept(ctx, { before: text, after, styleWords });
    return {
      nearer: to_target < to_source,
      way: axis.way(measures),
      content: content.similarity,
      words: content.words_kept,
    };
  };
}

function scoresOf(all: readonly Judged[]): WayScores {
  const mean = (of: (one: Judged) => number): number =>
    Number((all.reduce((sum, one) => sum + of(one), 0) / Math.max(1, all.length)).toFixed(3));
  return {
    nearer_to_target: mean(({ nearer }) => Number(nearer)),
    way: mean(({ way }) => way),
    content_kept: mean(({ content }) => content ?? 0),
    words_kept: mean(({ words }) => words),
  };
}
