/** A cluster as it was named at the build before. */
export interface NamedCluster {
  readonly key: number;
  readonly members: ReadonlySet<number>;
}

/** Clusters that share less (Jaccard) are different ones. */
const LEAST_OVERLAP = 0.25;

/** What two sets share of what either holds. */
function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/**
 * The key of each new cluster: that of the former cluster which shares most of its members with it, each key once and the greatest
 * overlaps first; the lowest numbers that neither build uses for clusters that are new. Members that only one build knows are left out
 * of the comparison by the caller, or else new songs would make old clusters strange.
 */
export function matchClusters(
  clusters: readonly ReadonlySet<number>[],
  former: readonly NamedCluster[],
): { key: number; matched: boolean }[] {
  const overlaps = clusters
    .flatMap((members, cluster) =>
      former.map(({ key, members: others }) => ({ cluster, key, overlap: jaccard(members, others) })),
    )
    .filter(({ overlap }) => overlap >= LEAST_OVERLAP)
    .sort((a, b) => b.overlap - a.overlap || a.cluster - b.cluster || a.key - b.key);
  const keys = new Map<number, number>();
  const used = new Set<number>();
  for (const { cluster, key } of overlaps) {
    if (keys.has(cluster) || used.has(key)) continue;
    keys.set(cluster, key);
    used.add(key);
  }
  for (const { key } of former) used.add(key);
  return clusters.map((_, cluster) => {
    const key = keys.get(cluster);
    return key === undefined ? { key: nextFree(used), matched: false } : { key, matched: true };
  });
}

function nextFree(used: Set<number>): number {
  let key = 0;
  while (used.has(key)) key += 1;
  used.add(key);
  return key;
}
