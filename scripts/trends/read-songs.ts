import { createHash } from 'node:crypto';
import type { Sql } from '../../src/db/client.ts';
import { type ClusterSourceRow, findClusterSources } from '../../src/db/queries/cluster-sources.ts';
import { EMBEDDING_DIMENSIONS } from '../../src/db/vectors.ts';
import type { Points } from '../../src/ml/clusters/points.ts';

export interface SourceSong {
  id: number;
  artist: string;
  year: number | null;
}

export interface SourceSongs {
  songs: SourceSong[];
  /** Their vectors, in the same order. */
  points: Points;
  /** Of ids and vectors. */
  hash: string;
}

const PAGE = 1000;
/** Two numbers of 16 bits: the dimensions, and one that is not used. */
const HEAD = 4;

function readHalves(base64: string, into: Float32Array): void {
  const bytes = Buffer.from(base64, 'base64');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0) !== into.length) throw new Error(`a vector of ${view.getUint16(0)} dimensions`);
  for (let d = 0; d < into.length; d++) into[d] = view.getFloat16(HEAD + 2 * d);
}

/** All songs that clusters are made of, a page at a time. */
export async function readSongs(db: Sql, onProgress: (songs: number) => void): Promise<SourceSongs> {
  const songs: SourceSong[] = [];
  const vectors: Float32Array[] = [];
  const hash = createHash('sha256');
  let page: ClusterSourceRow[];
  do {
    page = await findClusterSources(db, { afterId: songs.at(-1)?.id ?? 0, limit: PAGE });
    const data = new Float32Array(page.length * EMBEDDING_DIMENSIONS);
    for (const [i, { id, artist, year, vector }] of page.entries()) {
      songs.push({ id, artist, year });
      readHalves(vector, data.subarray(i * EMBEDDING_DIMENSIONS, (i + 1) * EMBEDDING_DIMENSIONS));
      hash.update(`${id} ${vector}\n`);
    }
    vectors.push(data);
    onProgress(songs.length);
  } while (page.length === PAGE);
  const data = new Float32Array(songs.length * EMBEDDING_DIMENSIONS);
  let at = 0;
  for (const part of vectors) {
    data.set(part, at);
    at += part.length;
  }
  return {
    songs,
    points: { data, count: songs.length, dimensions: EMBEDDING_DIMENSIONS },
    hash: hash.digest('hex').slice(0, 16),
  };
}
