import type { PGlite } from '@electric-sql/pglite';
import { splitPassages } from '../../../src/lyrics/text/passages.ts';
import type { CatalogueModel } from '../../lab/catalogue-model.ts';
import { normalNumbers, VectorSource } from '../../lab/draw-vectors.ts';
import { type SyntheticSong, synthesize } from '../../lab/synthesize.ts';
import { toUnit, type Vector } from '../../lab/vector-math.ts';
import { seededRandom } from '../../local/sites/stable-random.ts';
import {
  binaryRows,
  bool,
  date,
  type Field,
  float4,
  halfvec,
  int2,
  int4,
  jsonb,
  text,
  textArray,
  vector,
} from './binary-rows.ts';

/** The model name stored with every vector; the vectors are drawn, not computed by a model. */
export const DRAWN_MODEL = 'drawn-from-catalogue-model';

const CHUNK = 1000;
const AUDIO_SHARE = 0.6;
const AUDIO_DIMENSIONS = 12;
const SENTIMENTS = ['negative', 'mixed', 'neutral', 'positive'];

const TABLES = {
  artists: 'id, name',
  tracks: `id, artist_id, source, artist, title, album, featured, release_date, release_date_precision, language,
    explicit, duration_ms, lyrics, lyrics_state, text_hash, lyrics_embedding, embedding_model, embedding_status,
    analysis_status, audio_features, audio_features_source, audio_embedding`,
  track_passages: 'track_id, ordinal, start_line, end_line, embedding',
  analysis_results: `origin, track_id, text_hash, analyzer_type, model_version, status, artist, title, sentiment, confidence,
    themes, complexity_score, quality_score, analysis_data, analysis_embedding, embedding_model`,
} as const;
type Table = keyof typeof TABLES;

export interface FillOptions {
  tracks: number;
  /** Rows of analyses; 0: songs only. */
  analyses: number;
  seed: string;
}

/** Fills the tables of one database, a chunk of songs at a time, straight through the engine. */
class Filler {
  readonly #database: PGlite;
  readonly #options: FillOptions;
  readonly #vectors: VectorSource;
  readonly #random: () => number;
  readonly #normal: () => number;
  readonly #rows: Record<Table, Field[][]> = {
    artists: [],
    tracks: [],
    track_passages: [],
    analysis_results: [],
  };
  readonly #counts: Record<Table, number> = { artists: 0, tracks: 0, track_passages: 0, analysis_results: 0 };

  constructor(database: PGlite, model: CatalogueModel, options: FillOptions) {
    this.#database = database;
    this.#options = options;
    this.#vectors = new VectorSource(model.vectors);
    this.#random = seededRandom(`rows ${options.seed}`);
    this.#normal = normalNumbers(seededRandom(`row vectors ${options.seed}`));
  }

  async add(song: SyntheticSong): Promise<void> {
    if (song.artistNumber > this.#counts.artists + this.#rows.artists.length) {
      this.#rows.artists.push([int4(song.artistNumber), text(song.artist)]);
    }
    this.#rows.tracks.push(this.#track(song));
    this.#addPassages(song);
    this.#addAnalyses(song);
    if (this.#rows.tracks.length >= CHUNK) await this.flush();
  }

  async flush(): Promise<void> {
    for (const table of Object.keys(TABLES) as Table[]) {
      const rows = this.#rows[table];
      if (rows.length === 0) continue;
      await this.#database.query(
        `copy ${table} (${TABLES[table]}) from '/dev/blob' with (format binary)`,
        [],
        {
          blob: new Blob([new Uint8Array(binaryRows(rows))]),
        },
      );
      this.#counts[table] += rows.length;
      this.#rows[table] = [];
    }
  }

  get counts(): Readonly<Record<Table, number>> {
    return this.#counts;
  }

  #track(song: SyntheticSong): Field[] {
    const heard = this.#random() < AUDIO_SHARE;
    const features = { valence: Number(this.#random().toFixed(3)), source: 'made up' };
    return [
      int4(song.number),
      int4(song.artistNumber),
      text('import'),
      text(song.artist),
      text(song.title),
      text(song.album),
      textArray([]),
      date(song.releaseDate),
      text('day'),
      text('en'),
      bool(song.explicit),
      int4(song.durationMs),
      text(song.lyrics),
      text('ok'),
      text(hashOf(song)),
      vector(toUnit(song.vector.slice())),
      text(DRAWN_MODEL),
      text('done'),
      text('done'),
      heard ? jsonb(features) : null,
      heard ? text('made-up') : null,
      heard ? vector(this.#sound()) : null,
    ];
  }

  #sound(): Vector {
    return toUnit(Float32Array.from({ length: AUDIO_DIMENSIONS }, () => this.#normal()));
  }

  #addPassages(song: SyntheticSong): void {
    const passages = splitPassages(song.lyrics);
    const vectors = this.#vectors.passages(song.vector, passages.length, this.#normal);
    for (const [i, { startLine, endLine }] of passages.entries()) {
      const embedding = halfvec(vectors[i] ?? song.vector);
      this.#rows.track_passages.push([int4(song.number), int2(i), int4(startLine), int4(endLine), embedding]);
    }
  }

  /** The latest analysis of a text is the one with a vector; those before it have none. */
  #addAnalyses(song: SyntheticSong): void {
    const { tracks, analyses } = this.#options;
    const share = (n: number): number => Math.floor((n * analyses) / tracks);
    const count = share(song.number) - share(song.number - 1);
    for (let i = 0; i < count; i++)
      this.#rows.analysis_results.push(this.#analysis(song, i, i === count - 1));
  }

  #analysis(song: SyntheticSong, version: number, current: boolean): Field[] {
    const mood = 2 * this.#random() - 1;
    const sentiment = SENTIMENTS[Math.floor((mood + 1) * 2)] ?? 'positive';
    const data = {
      sentiment,
      sentiment_score: Number(mood.toFixed(3)),
      themes: song.themes.map((theme) => ({ theme, score: 0.5, evidence: [] })),
      rhyme: { density: Number(Math.min(0.9, Math.max(0.05, 0.35 + 0.1 * this.#normal())).toFixed(3)) },
    };
    // Songs with similar lyrics have similar but less similar analyses, so the vector is drawn around the song's like a
    // passage's.
    const [around] = current ? this.#vectors.passages(song.vector, 2, this.#normal) : [];
    return [
      text('catalogue'),
      int4(song.number),
      text(hashOf(song)),
      text('algorithmic'),
      text(`version-${version}`),
      text('done'),
      text(song.artist),
      text(song.title),
      text(sentiment),
      float4(0.5),
      textArray(song.themes),
      float4(5),
      float4(this.#random()),
      jsonb(data),
      around === undefined ? null : vector(around),
      around === undefined ? null : text(DRAWN_MODEL),
    ];
  }
}

const hashOf = (song: SyntheticSong): string => String(song.number).padStart(64, '0');

/** Fills empty tables with synthetic songs, passages and analyses; returns the rows of each table. */
export async function fillTables(
  database: PGlite,
  model: CatalogueModel,
  options: FillOptions,
  onProgress: (done: number) => void,
): Promise<Readonly<Record<string, number>>> {
  const filler = new Filler(database, model, options);
  for await (const song of synthesize(model, options)) {
    await filler.add(song);
    onProgress(song.number);
  }
  await filler.flush();
  return filler.counts;
}
