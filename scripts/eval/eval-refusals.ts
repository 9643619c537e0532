import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { analyzeLyrics } from '../../src/lyrics/analyze.ts';
import type { Lexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { cleanScrapedLyrics } from '../../src/lyrics/text/clean.ts';
import { exactText } from '../../src/lyrics/text/exact-text.ts';
import { NOT_SCORED_REASONS, type NotScoredReason, whyNotScored } from '../../src/ml/quality/domain.ts';
import { HALVES, type Half } from './labelled-verses.ts';

/** A text, whether `/predict-quality` should score it, and the reasons that name it rightly if not. */
const RefusalText = z.object({
  id: z.string(),
  kind: z.string(),
  half: z.enum(HALVES),
  scored: z.boolean(),
  reasons: z.array(z.enum(NOT_SCORED_REASONS)).optional(),
  lines: z.array(z.string()).min(1),
});
export type RefusalText = z.infer<typeof RefusalText>;

const OWN_TEXTS = new URL('./data/quality-texts.json', import.meta.url);

export const readRefusalTexts = async (): Promise<RefusalText[]> =>
  z.array(RefusalText).parse(JSON.parse(await readFile(OWN_TEXTS, 'utf8')));

/** Of the texts that were refused the share that should be; of those that should be the share that was. */
export interface RefusalScores {
  precision: number;
  recall: number;
}

export interface RefusalEval {
  texts: number;
  to_refuse: number;
  /** What the API does, the lyric engine's recogniser alone, and whether most of a text is in English. */
  refusal: Record<'api' | 'engine' | 'english', RefusalScores>;
  /** Share of the rightly refused texts whose reason is one of those that name it. */
  rightly_named: number;
  misses: { id: string; reason: string | null }[];
}

interface Judged {
  text: RefusalText;
  why: NotScoredReason | null;
  refusedBy: Record<keyof RefusalEval['refusal'], boolean>;
}

/** Which texts are refused, by half. */
export function evalRefusals(
  texts: readonly RefusalText[],
  lexicon: Lexicon,
): Partial<Record<Half, RefusalEval>> {
  const judged = texts.map((text) => judge(text, lexicon));
  return Object.fromEntries(
    HALVES.map((half) => [half, judged.filter(({ text }) => text.half === half)] as const)
      .filter(([, rows]) => rows.length > 0)
      .map(([half, rows]) => [half, scoreHalf(rows)]),
  );
}

function judge(text: RefusalText, lexicon: Lexicon): Judged {
  const lyrics = exactText(cleanScrapedLyrics(text.lines.join('\n'), {}).lyrics);
  const analysis = analyzeLyrics(lyrics, { lexicon });
  const why = whyNotScored(lyrics, analysis);
  return {
    text,
    why,
    refusedBy: {
      api: why !== null,
      engine: analysis.quality_reason !== null,
      english: analysis.language?.code !== 'en',
    },
  };
}

function scoreHalf(rows: readonly Judged[]): RefusalEval {
  const others = rows.filter(({ text }) => !text.scored);
  const named = others.filter(({ text, why }) => why !== null && text.reasons !== undefined);
  const score = (by: keyof RefusalEval['refusal']): RefusalScores => {
    const right = others.filter(({ refusedBy }) => refusedBy[by]).length;
    return {
      precision: share(right, rows.filter(({ refusedBy }) => refusedBy[by]).length),
      recall: share(right, others.length),
    };
  };
  return {
    texts: rows.length,
    to_refuse: others.length,
    refusal: { api: score('api'), engine: score('engine'), english: score('english') },
    rightly_named: share(
      named.filter(({ text, why }) => why !== null && text.reasons?.includes(why)).length,
      named.length,
    ),
    misses: rows
      .filter(({ text, why }) => (why === null) !== text.scored)
      .map(({ text, why }) => ({ id: text.id, reason: why })),
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Number((part / whole).toFixed(3)));
