import type { ServiceContext } from '../../src/context.ts';
import { NO_FILTERS } from '../../src/db/queries/track-filters.ts';
import { addTags } from '../../src/db/queries/track-tags.ts';
import { analyzeTrack } from '../../src/services/analysis/analyze-track.ts';
import { embedTrack } from '../../src/services/embedding/embed-track.ts';
import { importTracks } from '../../src/services/import/import-tracks.ts';
import { countWords } from '../../src/services/search/count-words.ts';
import { listTracks } from '../../src/services/tracks/list-tracks.ts';
import { CommandError } from '../explain.ts';
import { type CatalogueSong, catalogue } from '../local/catalogue/catalogue.ts';
import { createSiteCatalogue } from '../local/sites/site-songs.ts';
import { demoSongs } from './search-songs.ts';

/** What a song page says instead of lyrics; import keeps songs without words only with a reason. */
const NO_WORDS: Record<Exclude<CatalogueSong['state'], 'complete'>, string> = {
  instrumental: 'This song is an instrumental',
  unreleased: 'Lyrics for this song have yet to be released',
};

const textOf = ({ state, lyrics }: CatalogueSong): string =>
  state === 'complete' ? lyrics : NO_WORDS[state];

/**
 * Imports, tags, embeds and analyses every song of the demo catalogue, as the demo does, and returns their number. Throws a
 * CommandError when the catalogue holds other songs.
 */
export async function storeDemoSongs(
  ctx: ServiceContext,
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  const sites = createSiteCatalogue(catalogue);
  const lines = demoSongs.map(({ artist, song }, i) => {
    const path = sites.find(artist, song.title)?.path;
    if (path === undefined) throw new Error(`${artist}, ${song.title} has no page`);
    return {
      line: i + 1,
      row: {
        source_id: path,
        url: `https://genius.com${path}`,
        artist,
        title: song.title,
        album: song.album,
        featured: song.featured,
        explicit: song.explicit,
        lyrics: textOf(song),
        release_date: song.releaseDate,
      },
    };
  });
  await importTracks(ctx, lines, { source: 'demo-catalogue' });
  const { items } = await listTracks(ctx, {
    limit: 100,
    cursor: null,
    ids: null,
    name: null,
    filters: NO_FILTERS,
    facets: [],
  });
  if (items.length !== demoSongs.length)
    throw new CommandError(
      `The catalogue holds ${items.length} songs instead of the ${demoSongs.length} demo songs. Choose an empty folder with --data.`,
    );
  const tags = new Map(demoSongs.map(({ artist, song }) => [`${artist}: ${song.title}`, song.tags]));
  for (const [i, { id, artist, title }] of items.entries()) {
    await addTags(ctx.sql, { trackId: id, tags: tags.get(`${artist}: ${title}`) ?? [] });
    await embedTrack(ctx, { trackId: id });
    await analyzeTrack(ctx, { trackId: id, attempt: 1 });
    onProgress(i + 1, items.length);
  }
  await countWords(ctx);
  return items.length;
}
