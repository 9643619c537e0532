import type { ChatRequest } from './chat-simulator.ts';

const NUMBERED_LINE = /^(\d+)\| (.+)$/gm;

/** What a model might say of the song in a request: sound, with evidence that really stands in the song. */
export function judgeRequest({ messages }: ChatRequest): string {
  const question = messages.find(({ role }) => role === 'user')?.content ?? '';
  const lines = Array.from(question.matchAll(NUMBERED_LINE), ([, number, text = '']) => ({
    line: Number(number),
    quote: text,
  })).filter(({ quote }) => !quote.startsWith('['));
  const [first = { line: 1, quote: '' }, second = first] = lines;
  return JSON.stringify({
    sentiment: { label: 'mixed', score: 0.1 },
    emotions: {
      joy: 0.2,
      sadness: 0.5,
      anger: 0.1,
      fear: 0.15,
      love: 0.4,
      pride: 0.35,
      hope: 0.6,
      disgust: 0.05,
    },
    themes: [
      { theme: 'hustle', strength: 0.7, evidence: [first] },
      { theme: 'place', strength: 0.4, evidence: [second] },
    ],
    style: {
      subgenre: null,
      voice: 'a narrator who looks back',
      storytelling: 'scenes in passing',
      wordplay: { level: 0.4, evidence: [second] },
      tone: 'calm and watchful',
    },
    quality: 6,
    confidence: 0.7,
    summary: 'Somebody walks through the night and weighs what the day has cost.',
    entities: { people: [], places: [], brands: [] },
  });
}
