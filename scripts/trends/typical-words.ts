import type { Sql } from '../../src/db/client.ts';
import { findSungWords } from '../../src/db/queries/cluster-sources.ts';
import { isStopWord } from '../../src/lib/stop-words.ts';
import { classTfIdf, type TypicalWord } from '../../src/ml/class-tf-idf.ts';

const PAGE = 1000;
/** Words that fewer songs of all hold tell more of those songs than of their cluster. */
const LEAST_SONGS = 3;
const LEAST_SHARE = 0.0005;
/** Words that more songs hold are part of the language, not of a subject. */
const MOST_SHARE = 0.12;
/** With few clusters a word of one of them is a word of many songs. */
const MANY_CLUSTERS = 6;
const MIN_LENGTH = 3;
/** Pronouns and auxiliaries with their apostrophe dropped, fillers and numbers. */
const PLAIN =
  /^(?:\d+|(?:he|she|it|that|there|here|what|who|where|how|let|you|we|they)(?:s|d|ll|re|ve)|i(?:m|d|ve|ll)|(?:do|does|did|is|are|was|were|ca|wo|would|could|should|have|has|had|ai)nt|gonna|wanna|gotta|cause|yeah|ooh|huh|hey|till|yall)$/;

const isTelling = (word: string): boolean =>
  word.length >= MIN_LENGTH && !isStopWord(word) && !PLAIN.test(word);

/** In how many songs of each cluster each word occurs: a refrain that repeats a word makes it no more typical. */
async function songsByWord(
  db: Sql,
  clusterOf: ReadonlyMap<number, number>,
  clusters: number,
): Promise<Map<string, number>[]> {
  const counts = Array.from({ length: clusters }, () => new Map<string, number>());
  let afterId = 0;
  for (;;) {
    const page = await findSungWords(db, { afterId, limit: PAGE });
    for (const { track_id, words } of page) {
      const own = counts[clusterOf.get(track_id) ?? -1];
      if (own === undefined) continue;
      for (const word of new Set(words.trim().split('  ')))
        if (isTelling(word)) own.set(word, (own.get(word) ?? 0) + 1);
    }
    afterId = page.at(-1)?.track_id ?? afterId;
    if (page.length < PAGE) return counts;
  }
}

/** Without the words that too few or too many of all songs hold. */
function telling(counts: readonly Map<string, number>[], songs: number): Map<string, number>[] {
  const total = new Map<string, number>();
  for (const own of counts) for (const [word, n] of own) total.set(word, (total.get(word) ?? 0) + n);
  const least = Math.max(Math.min(LEAST_SONGS, Math.ceil(songs / 20)), songs * LEAST_SHARE);
  const isKept = ([word]: [string, number]): boolean => {
    const all = total.get(word) ?? 0;
    return all >= least && (all <= songs * MOST_SHARE || counts.length < MANY_CLUSTERS);
  };
  return counts.map((own) => new Map([...own].filter(isKept)));
}

/** The words that are typical of each cluster (c-TF-IDF over songs), the most typical first. */
export async function typicalWords(
  db: Sql,
  clusterOf: ReadonlyMap<number, number>,
  { clusters, limit }: { clusters: number; limit: number },
): Promise<TypicalWord[][]> {
  const counts = telling(await songsByWord(db, clusterOf, clusters), clusterOf.size);
  return counts.map((own, i) =>
    classTfIdf(own, [...counts.slice(0, i), ...counts.slice(i + 1)]).slice(0, limit),
  );
}
