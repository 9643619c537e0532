import type { Reading } from '../../engine/messages.ts';
import { assignHues } from '../../verse/assign-hues.ts';
import type { Stretch } from './edit.ts';
import type { LineFacts, Mark, MarkKind, PadMarks } from './marks.ts';

const NO_RHYME = '-';

/** The words that a multisyllabic rhyme runs through, by where they begin. */
function multiWords({ rhyme }: Reading): readonly Stretch[] {
  return rhyme.multis
    .flatMap(({ first, second }) => [first, second])
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
}

/** Tells of stretches, asked in the order of the text, whether one of the runs touches them. */
function touching(runs: readonly Stretch[]): (stretch: Stretch) => boolean {
  let next = 0;
  let reach = 0;
  return ({ start, end }) => {
    for (let run = runs[next]; run !== undefined && run.start < end; run = runs[++next])
      reach = Math.max(reach, run.end);
    return reach > start;
  };
}

function lineFacts({ text, rhyme, flow }: Reading): LineFacts[] {
  const facts = text.split('\n').map((): LineFacts => ({ syllables: null, letter: null }));
  for (const { line, syllables } of flow.lines) {
    const known = facts[line];
    if (known) known.syllables = syllables;
  }
  for (const { scheme, lines } of rhyme.schemes) {
    for (const [at, line] of lines.entries()) {
      const known = facts[line];
      const letter = scheme[at] ?? NO_RHYME;
      if (known && letter !== NO_RHYME) known.letter = letter;
    }
  }
  return facts;
}

/**
 * What the engine heard as the pad draws it. `before` are the marks on the screen, in the same text: a group that is
 * still there keeps its colour.
 */
export function readingMarks(reading: Reading, before: readonly Mark[]): PadMarks {
  const { groups } = reading.rhyme;
  const hues = assignHues(groups, before);
  const marks = groups.flatMap(({ members }, group) =>
    members.map(({ start, end, is_end: isEnd, is_aside: isAside }): Mark => {
      const kind: MarkKind = isEnd ? 'end' : 'inside';
      return { start, end, hue: hues[group] ?? 0, kind, group, isAside };
    }),
  );
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const isMulti = touching(multiWords(reading));
  for (const mark of marks) if (isMulti(mark)) mark.kind = 'multi';
  return { marks, lines: lineFacts(reading) };
}
