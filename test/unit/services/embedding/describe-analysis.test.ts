import { expect, it } from 'vitest';
import { silentLogger } from '../../../../src/lib/logger.ts';
import { describeAnalysis } from '../../../../src/services/embedding/describe-analysis.ts';

const stored = (more: object) => ({
  id: 1,
  version: '2026-01-01',
  analysis_data: {
    sentiment: 'negative',
    summary: 'A widow lights a lamp. It aches.',
    themes: [{ theme: 'loss_grief' }],
    emotional_profile: { dominant: 'sadness' },
    style: { subgenre: null, voice: 'a widow', storytelling: 'one evening', tone: 'quiet' },
    ...more,
  },
});

it('an analysis is described by what the song is about: its story and the questions that it answers too', () => {
  const text = describeAnalysis({ log: silentLogger }, stored({ questions: ['Who lights the lamp?'] }));
  for (const part of [
    'loss grief',
    'sadness',
    'a widow, one evening, quiet',
    'It aches.',
    'Who lights the lamp?',
  ])
    expect(text).toContain(part);
});

it('an analysis from before there were questions is described without them', () => {
  expect(describeAnalysis({ log: silentLogger }, stored({}))).toContain('A widow lights a lamp.');
});
