import type { ChatRequest } from './chat-simulator.ts';

const NUMBERED_LINE = /^(\d+)\| (.+)$/gm;

const MAX_TOPICS = 5;

/** The longest different words of a song: what a model might name as its subjects. */
const topicsOf = (text: string): string[] =>
  [...new Set(text.toLowerCase().match(/[a-z]{5,20}/g) ?? ['nothing'])]
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_TOPICS);

/** What a model might say of the song in a request: sound, with evidence that really stands in the song. */
export function judgeRequest({ messages }: ChatRequest): string {
  const question = messages.find(({ role }) => role === 'user')?.content ?? '';
  const lines = Array.from(question.matchAll(NUMBERED_LINE), ([, number, text = '']) => ({
    line: Number(number),
    quote: text,
  })).filter(({ quote }) => !quote.startsWith('['));
  const [first = { line: 1, quote: '' }, second = first] = lines;
  const topics = topicsOf(lines.map(({ quote }) => quote).join(' '));
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
    summary: `Somebody walks through the night and weighs what the day has cost. It tells of ${topics.join(', ')}.`,
    questions: topics.map((topic) => `Which song tells of ${topic}?`),
    entities: { people: [], places: [], brands: [] },
  });
}
