import { describe, expect, it } from 'vitest';
import type { SeriesTrend } from '../../../../src/services/trends/contract.ts';
import { summarize } from '../../../../src/services/trends/trend-sentences.ts';

const STEP = {
  ...{ bin: '2016-Q2', before: 0.5, after: 0.14, p: 0.0066 },
  text: 'Songs about partying: 50.0 % before 2016-Q2, 14.0 % from then on.',
};

function series(change: Partial<SeriesTrend>): SeriesTrend {
  return {
    ...{ name: 'theme_party', group: 'themes', label: 'songs about partying', unit: 'share', about: '' },
    ...{ songs_measured: 100, values: [], lower: [], upper: [], early: 0.3, late: 0.14 },
    ...{ direction: 'falling', significant: false, p: 0.42, p_adjusted: 1, p_mann_kendall: 0.42 },
    ...{ p_artists: 0.38, slope_per_year: null, slope_lower: null, slope_upper: null, change: null },
    ...{
      effect: 'It falls.',
      carried_by: [],
      carried_share: null,
      change_points: [],
      warnings: [],
      songs: [],
    },
    ...change,
  };
}

const TOLD = `Changed at one time. ${STEP.text} P = .007, not corrected for the number of series.`;

describe('the summary of trends', () => {
  it('names what changed at one time and no slope shows, beside what rises and falls', () => {
    const rising = series({ direction: 'rising', significant: true, p: 0.0001, p_adjusted: 0.0002 });
    const told = summarize([series({ change_points: [STEP] }), rising]);
    expect(told).toEqual(['Rising. It falls. P < .001 after correction for 2 series.', TOLD]);
  });

  it('does not say that nothing changes beside what changed at one time', () => {
    const told = summarize([series({ change_points: [STEP] })]);
    expect(told).toEqual([expect.stringMatching(/^None of 1 series rises or falls steadily/), TOLD]);
    expect(summarize([series({})])[0]).toMatch(/^None of 1 series changes/);
  });
});
