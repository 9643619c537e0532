import { revealMasked } from '../masked-words.ts';
import { foldArtist, leadOf, namesWithin, similarity, splitArtists } from '../text-distance.ts';

/**
 * How well our main artist matches the candidate's artists, and whether the candidate's first artist is one of ours.
 */
export function scoreArtist(
  query: { readonly artists: readonly string[]; readonly featured?: readonly string[] | undefined },
  names: readonly string[],
): { score: number; leader: boolean } {
  const theirs = names.map(foldArtist);
  const [whole = '', ...others] = query.artists;
  const line = leadOf(whole);
  const main = foldArtist(line);
  const joint = splitArtists(whole);
  const within = namesWithin(line, names);
  const allThere = within.length > 0 || (joint.length > 1 && joint.every((name) => theirs.includes(name)));
  const alike = names.map((name) => nameSimilarity(line, name));
  const score = allThere ? 1 : Math.max(0, ...alike);
  const ours = [
    main,
    ...within,
    ...(allThere ? joint : []),
    ...[...others, ...(query.featured ?? [])].map(foldArtist),
  ];
  const leader = theirs[0] ?? '';
  return { score, leader: ours.some((name) => similarity(name, leader) >= 0.93) };
}

function nameSimilarity(ours: string, theirs: string): number {
  const [a, b] = revealMasked(ours, theirs);
  return similarity(foldArtist(a), foldArtist(b));
}
