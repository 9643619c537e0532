import { quatrainSchemes } from '../../lyrics/rhyme/quatrain-schemes.ts';
import { roundNumbers } from '../../ml/round-numbers.ts';
import { countsOf, meanOf, ratio } from '../../ml/statistics.ts';
import type {
  ArtistMeasures,
  ArtistProfile,
  ProfileAnalyzer,
  ProfileRhyme,
  Shares,
} from './artist-profile.ts';
import type { ArtistVocabulary } from './collect-vocabulary.ts';
import type { ArtistSong, SongMeasures } from './song-measures.ts';
import { themesOverYears } from './themes-over-years.ts';

const DECIMALS = 4;
const TOP_SCHEMES = 5;

type AnalysedSong = ArtistSong & { analyzer_type: string; measures: SongMeasures };

const isAnalysed = (song: ArtistSong): song is AnalysedSong =>
  song.analyzer_type !== null && song.measures !== null;

/** Builds a profile from songs in order of release, each text once. */
export function buildProfile(
  songs: readonly ArtistSong[],
  vocabulary: ArtistVocabulary,
  options: { isPartial: boolean },
): { profile: ArtistProfile; measures: ArtistMeasures; analysed: number } {
  const analysed = songs.filter(isAnalysed);
  const profile = roundNumbers(profileOf(songs, analysed, vocabulary, options), DECIMALS);
  return { profile, measures: measuresOf(profile), analysed: analysed.length };
}

function profileOf(
  songs: readonly ArtistSong[],
  analysed: readonly AnalysedSong[],
  vocabulary: ArtistVocabulary,
  { isPartial }: { isPartial: boolean },
): ArtistProfile {
  const years = songs.flatMap(({ year }) => year ?? []);
  const mean = (of: (measures: SongMeasures) => number | null) =>
    meanOf(analysed.map((song) => of(song.measures)));
  return {
    songs: songs.length,
    analysed: analysed.length,
    is_partial: isPartial,
    years: {
      first: years[0] ?? null,
      last: years.at(-1) ?? null,
      undated: songs.length - years.length,
    },
    analyzers: analyzersOf(analysed),
    vocabulary: {
      lines: 'once',
      order: 'release',
      tokens: vocabulary.tokens,
      types_in_first: vocabulary.typesInFirst.map(({ tokens, types }) => ({
        tokens,
        types,
        reason: types === null ? 'too_few_tokens' : null,
      })),
      mtld: mean((m) => m.mtld),
      mattr: mean((m) => m.mattr),
    },
    rhyme: rhymeOf(analysed),
    flow: {
      syllables_per_line: mean((m) => m.syllables_per_line),
      regularity: mean((m) => m.regularity),
      stress_regularity: mean((m) => m.stress_regularity),
      repeated_lines: mean((m) => m.repeated_lines),
    },
    sentiment: { score: mean((m) => m.sentiment_score), labels: sharesOf(analysed.map((s) => s.sentiment)) },
    explicit: {
      ratings: sharesOf(analysed.map((s) => s.measures.explicit)),
      flagged: meanOf(songs.map((s) => (s.explicit === null ? null : Number(s.explicit)))),
    },
    scores: {
      complexity: meanOf(analysed.map((s) => s.complexity_score)),
      quality: meanOf(analysed.map((s) => s.quality_score)),
    },
    themes: themesOverYears(analysed),
  };
}

function sharesOf(values: readonly (string | null)[]): Shares {
  const known = values.filter((value) => value !== null);
  return { songs: known.length, shares: countsOf(known, known.length) };
}

function analyzersOf(songs: readonly AnalysedSong[]): ProfileAnalyzer[] {
  const groups = Map.groupBy(songs, (song) =>
    [song.analyzer_type, song.model_version, song.prompt_version, song.engine_version].join('\n'),
  );
  return [...groups.values()]
    .map((group) => ({
      analyzer: group[0]?.analyzer_type ?? '',
      model_version: group[0]?.model_version ?? '',
      prompt_version: group[0]?.prompt_version ?? '',
      engine_version: group[0]?.engine_version ?? '',
      songs: group.length,
      degraded: group.filter((song) => song.degraded).length,
    }))
    .sort((a, b) => b.songs - a.songs);
}

function rhymeOf(songs: readonly AnalysedSong[]): ProfileRhyme {
  const sum = (of: (measures: SongMeasures) => number | null): number =>
    songs.reduce((total, song) => total + (of(song.measures) ?? 0), 0);
  const [end, internal, chain] = [sum((m) => m.end), sum((m) => m.internal), sum((m) => m.chain)];
  const multis = sum((m) => m.multisyllabic);
  const pairs = end + internal + chain;
  const quatrains = songs.flatMap((song) => quatrainSchemes(song.measures.schemes));
  return {
    density: meanOf(songs.map((song) => song.measures.density)),
    malmi: meanOf(songs.map((song) => song.measures.malmi)),
    multisyllabic_per_100_syllables: ratio(
      100 * multis,
      sum((m) => m.syllables),
    ),
    pairs,
    end_share: ratio(end, pairs),
    internal_share: ratio(internal, pairs),
    chain_share: ratio(chain, pairs),
    longest: longestOf(songs),
    quatrains: quatrains.length,
    schemes: countsOf(quatrains, quatrains.length).slice(0, TOP_SCHEMES),
  };
}

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The longest of the songs' longest rhymes; a rhyme of identical words is skipped because it is a refrain. */
function longestOf(songs: readonly AnalysedSong[]): ProfileRhyme['longest'] {
  let longest: ProfileRhyme['longest'] = null;
  for (const { id, title, measures } of songs) {
    const rhyme = measures.longest;
    if (rhyme === null || rhyme.syllables <= (longest?.syllables ?? 0)) continue;
    const { syllables, first, second } = rhyme;
    if (lettersOf(first.text) === lettersOf(second.text)) continue;
    longest = { track_id: id, title, syllables, first: first.text, second: second.text };
  }
  return longest;
}

function measuresOf({ vocabulary, rhyme, flow, sentiment, explicit, scores }: ArtistProfile): ArtistMeasures {
  const rated = explicit.ratings.shares.find(({ value }) => value === 'explicit')?.share ?? 0;
  const all: Record<string, number | null> = {
    rhyme_density: rhyme.density.mean,
    malmi: rhyme.malmi.mean,
    multisyllabic_rhymes: rhyme.multisyllabic_per_100_syllables,
    end_rhymes: rhyme.end_share,
    internal_rhymes: rhyme.internal_share,
    mtld: vocabulary.mtld.mean,
    mattr: vocabulary.mattr.mean,
    ...Object.fromEntries(
      vocabulary.types_in_first.map(({ tokens, types }) => [`types_in_${tokens}`, types]),
    ),
    syllables_per_line: flow.syllables_per_line.mean,
    regularity: flow.regularity.mean,
    repeated_lines: flow.repeated_lines.mean,
    sentiment_score: sentiment.score.mean,
    explicit: explicit.ratings.songs === 0 ? null : rated,
    complexity: scores.complexity.mean,
    quality: scores.quality.mean,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, number] => entry[1] !== null),
  );
}
