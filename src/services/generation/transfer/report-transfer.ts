import { roundNumbers } from '../../../ml/round-numbers.ts';
import type { CopyCheck } from '../check-copies.ts';
import type { Note } from '../contract.ts';
import { type HeardVerse, hearVerse } from '../measure-verse.ts';
import type { Drafted, WriteContext } from '../model/ask-models.ts';
import { provenanceOf } from '../model/provenance.ts';
import { foreignLanguageOf } from '../notes.ts';
import { type StyleProfile, summarizeStyle } from '../style-profile.ts';
import { contentKept } from './content-kept.ts';
import type { Transfer, TransferredLine } from './contract.ts';
import type { Rewritten } from './rewrite-lines.ts';
import {
  measuresOfProfile,
  measuresOfText,
  type StyleAxis,
  type StyleMeasures,
  styleAxis,
} from './style-distance.ts';

const DECIMALS = 4;
/** From here on along the way a text is no longer like its source. */
const NOT_LIKE_SOURCE = 0.5;

export interface TransferParts {
  lines: readonly Rewritten[];
  check: CopyCheck;
  drafted: Drafted;
  style: StyleProfile;
  /** Null: the text stands for itself. */
  source: StyleProfile | null;
  isSourceNamed: boolean;
  /** Milliseconds since the epoch. */
  started: number;
}

/** Measures a rewritten text beside the text before and both styles. */
export async function reportTransfer(ctx: WriteContext, parts: TransferParts): Promise<Transfer> {
  const { lines, style, source, drafted, started } = parts;
  const before = lines.map((line) => line.before);
  const after = lines.map((line) => line.after);
  const [textBefore, textAfter] = [measuresOfText(before, ctx.lexicon), measuresOfText(after, ctx.lexicon)];
  const axis = styleAxis(source === null ? textBefore : measuresOfProfile(source), measuresOfProfile(style));
  const place = { before: placeOf(axis, textBefore), after: placeOf(axis, textAfter) };
  const heard = { before: hearVerse(before, ctx.lexicon), after: hearVerse(after, ctx.lexicon) };
  const styleWords = new Set([...style.typical, ...(source?.typical ?? [])].map(({ word }) => word));
  const content = await contentKept(ctx, { before, after, styleWords });
  const report: Transfer = {
    transferred_lyrics: after.join('\n'),
    lines: lines.map((line, at) =>
      shownLine(line, at, {
        before: heard.before.syllables[at] ?? 0,
        after: heard.after.syllables[at] ?? 0,
      }),
    ),
    style: {
      ...place,
      moved: place.after.way - place.before.way,
      nearer_to_target: place.after.to_target < place.after.to_source,
    },
    content,
    rhyme: { before: rhymeOf(heard.before), after: rhymeOf(heard.after) },
    originality: parts.check.originality,
    source_profile: source === null ? null : summarizeStyle(source),
    target_profile: summarizeStyle(style),
    notes: notesOf(parts, place.before.way),
    provenance: provenanceOf(ctx, lines, { ...drafted, started }),
  };
  return roundNumbers(report, DECIMALS);
}

const placeOf = (axis: StyleAxis, text: StyleMeasures): Transfer['style']['before'] => ({
  ...axis.distances(text),
  way: axis.way(text),
});

const rhymeOf = ({ rhyme, scheme }: HeardVerse): Transfer['rhyme']['before'] => ({
  density: rhyme.density,
  malmi: rhyme.malmi,
  scheme,
});

/** A line as it is answered. */
export function shownLine(
  { before, after, source, kept, style, why }: Rewritten,
  at: number,
  syllables: Record<'before' | 'after', number>,
): TransferredLine {
  return {
    number: at + 1,
    before,
    after,
    syllables_before: syllables.before,
    syllables_after: syllables.after,
    source,
    kept_words: [...kept],
    style_words: [...style],
    why,
  };
}

function notesOf(parts: TransferParts, way: number): Note[] {
  const { lines } = parts;
  const notes = notesOnSource(parts, way);
  const language = foreignLanguageOf(lines.map(({ before }) => before).join('\n'));
  if (language !== null)
    notes.push({
      code: 'prompt_language',
      detail: `The text is in ${language}; lines are written in English.`,
    });
  const left = lines.filter(({ source }) => source === 'kept').length;
  if (left > 0) {
    const detail = `${left} of ${lines.length} lines were left as they were, because no line of the style was found that keeps any of their words.`;
    notes.push({ code: 'lines_left', detail });
  }
  return notes;
}

function notesOnSource({ source, isSourceNamed, style }: TransferParts, way: number): Note[] {
  if (source === null && isSourceNamed) {
    const detail =
      'Too few English songs of the source artist are stored: the text itself stands for its style.';
    return [{ code: 'source_unmeasured', detail }];
  }
  if (source === null || way < NOT_LIKE_SOURCE) return [];
  const detail = `The text resembles ${style.artist} more than ${source.artist}, the artist that is named as its source.`;
  return [{ code: 'source_not_resembled', detail }];
}
