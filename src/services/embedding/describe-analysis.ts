import { z } from 'zod';
import type { ServiceContext } from '../../context.ts';
import type { AnalysisToEmbed } from '../../db/queries/catalogue-analyses.ts';
import { readStored } from '../../lib/stored-json.ts';
import { AnalysisSchema, EmotionalProfileSchema, StyleSchema, ThemeSchema } from '../../lyrics/contract.ts';

/** What an analysis is described by. */
const DescribedSchema = AnalysisSchema.pick({ sentiment: true, summary: true, questions: true }).extend({
  themes: z.array(ThemeSchema.pick({ theme: true })),
  emotional_profile: EmotionalProfileSchema.pick({ dominant: true }),
  style: StyleSchema.pick({ subgenre: true, voice: true, storytelling: true, tone: true }).partial({
    storytelling: true,
  }),
});

/** A stored analysis in words: the text that is embedded for it. Null (logged) if the analysis has another shape. */
export function describeAnalysis(ctx: Pick<ServiceContext, 'log'>, row: AnalysisToEmbed): string | null {
  const stored = { value: row.analysis_data, what: 'analysis', id: row.id };
  const analysis = readStored(ctx.log, DescribedSchema, stored);
  if (analysis === undefined) return null;
  const { themes, sentiment, emotional_profile, style, summary, questions = [] } = analysis;
  const parts = [
    themes.length > 0 ? `About ${themes.map(({ theme }) => theme.replaceAll('_', ' ')).join(', ')}.` : '',
    `The mood is ${[sentiment, emotional_profile.dominant].filter(Boolean).join(', ')}.`,
    [style.subgenre, style.voice, style.storytelling, style.tone].filter(Boolean).join(', '),
    summary ?? '',
    ...questions,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
