import { z } from '@hono/zod-openapi';
import { ClusterTrendsSchema } from '../../services/trends/clusters/contract.ts';
import { CurrentTrendsSchema, TrendForecastsSchema } from '../../services/trends/contract.ts';
import { TIME_PERIOD } from '../../services/trends/time-period.ts';
import { omissible } from './examples.ts';
import { languageCode, themeLabel } from './labels.ts';
import { filledText } from './text.ts';

export const AnalyzeTrendsBody = z
  .strictObject({
    analysis_type: z.enum(['current', 'forecast', 'clusters']).openapi({
      description:
        'current: what rises and falls; forecast: how each series goes on; clusters: what the songs are about, by their vectors',
    }),
    time_period: z
      .string()
      .regex(TIME_PERIOD, {
        message: 'must be 3months to 120months, or 1year to 10years, such as 6months or 5years',
      })
      .default('5years')
      .openapi({
        description: 'Counted back from the newest release in the catalogue: 3months to 10years',
      }),
    artist: filledText(1, 200)
      .nullish()
      .openapi(omissible('Only songs of this artist, by name in any spelling', 'Oda Brightwater')),
    language: languageCode().nullish(),
    theme: themeLabel().nullish(),
  })
  .openapi({ example: { analysis_type: 'current', time_period: '10years' } });

const shared = {
  time_period: z.string(),
  filters: z.object({
    artist: z.string().nullable(),
    language: z.string().nullable(),
    theme: z.string().nullable(),
  }),
  timestamp: z.string(),
};

const freshness = {
  freshness: z.object({
    source: z.enum(['stored', 'computed']).openapi({
      description: 'stored: computed by the schedule; computed: for this request',
    }),
    built_at: z.string(),
    stale: z.boolean().openapi({ description: 'Songs changed since, or the schedule is behind' }),
  }),
};

export const CurrentTrendsAnswer = CurrentTrendsSchema.extend({
  analysis_type: z.literal('current'),
  ...shared,
  ...freshness,
}).openapi('CurrentTrends');

export const TrendForecastsAnswer = TrendForecastsSchema.extend({
  analysis_type: z.literal('forecast'),
  ...shared,
  ...freshness,
}).openapi('TrendForecasts');

export const ClusterTrendsAnswer = ClusterTrendsSchema.extend({
  analysis_type: z.literal('clusters'),
  ...shared,
}).openapi('ClusterTrends');

export const AnalyzeTrendsAnswer = z
  .discriminatedUnion('analysis_type', [CurrentTrendsAnswer, TrendForecastsAnswer, ClusterTrendsAnswer])
  .openapi('TrendsAnswer');
