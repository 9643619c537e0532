import type { ServiceContext } from '../../context.ts';
import type { AppError } from '../../lib/errors.ts';
import { MAX_SYLLABLES, MIN_SYLLABLES } from '../../ml/compose/check-order.ts';
import { nextLines } from '../../ml/compose/next-lines.ts';
import type { RhymeDepth, SyllableRange } from '../../ml/compose/types.ts';
import { checkCopies } from './check-copies.ts';
import { artistAsked } from './choose-style.ts';
import { type GatherContext, gatherMaterial, type Material } from './gather-material.ts';
import { hearVerse } from './measure-verse.ts';
import { topicOf } from './plan-verse.ts';
import { infeasible } from './write-composed.ts';
import { seedFor } from './written-once.ts';

/** The lines before a new one that say what it is about. */
const SUBJECT_LINES = 4;

export interface NextLinesInput {
  lines: readonly string[];
  /** What the text is about; null: what its last lines are about. */
  prompt: string | null;
  style: string | number | null;
  count: number;
  rhyme: RhymeDepth;
  syllables: SyllableRange | null;
  temperature: number;
  /** Null: other lines each time. */
  seed: number | null;
}

export type NextLinesContext = GatherContext &
  Pick<ServiceContext, 'generalModel' | 'engineVersion' | 'random'>;

export interface NextLinesAnswer {
  /** How the engine hears the lines that are given. */
  heard: { scheme: string; syllables: number[] };
  style: string | null;
  items: {
    text: string;
    syllables: number;
    score: number;
    /** The given line that it rhymes with, from 1; null where it opens a rhyme. */
    rhymes_with: number | null;
    why: string[];
  }[];
  seed: number;
  engine_version: string;
  timestamp: string;
  processing_time_ms: number;
}

/**
 * Lines that may follow the given ones, the most fitting first, by the composer alone; those that repeat a song are left
 * out. Throws NOT_FOUND and INFEASIBLE for a style, and INFEASIBLE for syllables that no line has and if no line is found.
 */
export async function suggestNextLines(
  ctx: NextLinesContext,
  input: NextLinesInput,
): Promise<NextLinesAnswer> {
  const started = ctx.clock.now();
  requireSayable(input.syllables);
  const about = input.prompt ?? input.lines.slice(-SUBJECT_LINES).join('\n');
  const style = input.style === null ? null : artistAsked(input.style);
  const material = await gatherMaterial(ctx, { about, style });
  const seed = seedFor(ctx, input.seed);
  const candidates = await candidatesFor(ctx, { input: { ...input, seed }, material, about });
  const texts = candidates.map(({ text }) => text);
  const written = texts.map((_, at) => at);
  const { sources } = material;
  // Candidates are no text with a meaning of its own, and a writer waits: the embedding model would be asked anew each time.
  const faults =
    texts.length === 0 ? [] : (await checkCopies(ctx, texts, { sources, written, byMeaning: false })).faults;
  const fitting = candidates.filter((_, at) => !faults.includes(at));
  const { scheme, syllables } = hearVerse(input.lines, ctx.lexicon);
  if (fitting.length === 0) throw nothingFound(input);
  const now = ctx.clock.now();
  return {
    heard: { scheme, syllables },
    style: material.style?.artist ?? null,
    items: fitting.map(({ rhymesWith, why, ...line }) => ({
      ...line,
      rhymes_with: rhymesWith === null ? null : rhymesWith + 1,
      why: [...why],
    })),
    seed,
    engine_version: ctx.engineVersion,
    timestamp: new Date(now).toISOString(),
    processing_time_ms: now - started,
  };
}

const spelt = ({ min, max }: SyllableRange): string => (min === max ? `${min}` : `${min} to ${max}`);

function requireSayable(asked: SyllableRange | null): void {
  if (asked === null || (asked.max >= MIN_SYLLABLES && asked.min <= MAX_SYLLABLES)) return;
  const limits = `${MIN_SYLLABLES} to ${MAX_SYLLABLES}`;
  const message = `The line is to have ${spelt(asked)} ${asked.max === 1 ? 'syllable' : 'syllables'}; lines can have ${limits}.`;
  throw infeasible({ constraint: 'syllables', message });
}

function nothingFound({ syllables }: NextLinesInput): AppError {
  const length = syllables === null ? 'as long as the given ones' : `of ${spelt(syllables)} syllables`;
  return infeasible({ constraint: 'syllables', message: `No line ${length} was found.` });
}

async function candidatesFor(
  ctx: NextLinesContext,
  { input, material, about }: { input: NextLinesInput & { seed: number }; material: Material; about: string },
) {
  const { count, rhyme, syllables, seed, temperature, lines } = input;
  const general = await ctx.generalModel();
  const style = material.style?.typical ?? null;
  const order = { count, rhyme, syllables, topic: topicOf(about), style, seed, temperature };
  return nextLines(lines, order, { lexicon: ctx.lexicon, general, sources: material.sources, avoid: lines });
}
