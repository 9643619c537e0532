import type { Analysis } from '../api/types.ts';

type Rhyme = Pick<Analysis['rhyme'], 'groups' | 'schemes'>;

/**
 * What stands for a group where colours do not: the letter of the scheme where it ends lines of the section, a number
 * where it rhymes only inside them.
 */
export interface RhymeMarks {
  /** The mark of a group in a line. */
  of(group: number, line: number): string;
  /** The letter at the end of each line that rhymes, with the group of its last word where one is known. */
  readonly ends: ReadonlyMap<number, { letter: string; group: number | null }>;
}

/** Which group ends each line. */
function endGroups(groups: Rhyme['groups']): Map<number, number> {
  const ends = new Map<number, number>();
  for (const [group, { members }] of groups.entries()) {
    for (const { line, is_end: isEnd } of members) if (isEnd) ends.set(line, group);
  }
  return ends;
}

export function markRhymes({ groups, schemes }: Rhyme): RhymeMarks {
  const groupAt = endGroups(groups);
  const ends = new Map<number, { letter: string; group: number | null }>();
  const sectionOf = new Map<number, number>();
  const marks = schemes.map(() => new Map<number, string>());
  for (const [section, { scheme, lines }] of schemes.entries()) {
    for (const [at, line] of lines.entries()) {
      sectionOf.set(line, section);
      const letter = scheme.charAt(at);
      if (letter === '' || letter === '-') continue;
      const group = groupAt.get(line) ?? null;
      ends.set(line, { letter, group });
      if (group !== null) marks[section]?.set(group, letter);
    }
  }
  numberInside(groups, sectionOf, marks);
  return {
    ends,
    of: (group, line) => marks[sectionOf.get(line) ?? -1]?.get(group) ?? groups[group]?.letter ?? '',
  };
}

/** Numbers the groups of each section that end none of its lines, in order of appearance. */
function numberInside(
  groups: Rhyme['groups'],
  sectionOf: ReadonlyMap<number, number>,
  marks: readonly Map<number, string>[],
): void {
  const counts = marks.map(() => 0);
  const members = groups
    .flatMap((one, group) => one.members.map(({ start, line }) => ({ start, line, group })))
    .sort((a, b) => a.start - b.start);
  for (const { line, group } of members) {
    const section = sectionOf.get(line) ?? -1;
    const known = marks[section];
    if (known === undefined || known.has(group)) continue;
    counts[section] = (counts[section] ?? 0) + 1;
    known.set(group, String(counts[section]));
  }
}
