import type { ServiceContext } from '../../src/context.ts';
import { NO_FILTERS } from '../../src/db/queries/track-filters.ts';
import { createBreaker } from '../../src/lib/resilience/breaker.ts';
import { createLocalState } from '../../src/lib/resilience/local-state.ts';
import { budgetOptions, createModelBudget } from '../../src/lib/resilience/model-budget.ts';
import { createChatModel } from '../../src/llm/chat.ts';
import { VERSE_INSTRUCTIONS } from '../../src/llm/prompts/verse-v1.ts';
import type { WrittenLine } from '../../src/services/generation/contract.ts';
import { type GenerationEvent, streamGeneration } from '../../src/services/generation/generate-lyrics.ts';
import { hearVerse } from '../../src/services/generation/measure-verse.ts';
import { listTracks } from '../../src/services/tracks/list-tracks.ts';
import { quantile } from '../bench/figures.ts';
import type { StepInput } from '../local/openai/chat-script.ts';
import { type LocalChat, startChatSimulator } from '../local/openai/chat-simulator.ts';
import { storeDemoSongs } from './store-demo-songs.ts';

/** What became of the verses that one kind of model was asked for. */
export interface ModelCase {
  model: string;
  verses: number;
  lines: number;
  /** Shares of the lines: as the model wrote them first, sent back and then right, and written by the composer. */
  by_model: number;
  repaired: number;
  composed: number;
  /** Lines that were sent with other syllables or another rhyme than ordered, also of those replaced later. */
  invalid_sent: number;
  /** Requests to the model for a verse, at most. */
  calls_max: number;
  /** Why the composer wrote. */
  reasons: string[];
  ms: { p50: number; max: number };
}

const PROMPTS = [
  'a bus that never comes',
  'my first pair of boots',
  'the night shift at the bakery',
  'a wedding in the rain',
];
const STYLES = [null, 'Oda Brightwater', null, 'Marlow Vane'];
const SHAPES = [
  { scheme: 'ABAB', syllables: { min: 7, max: 12 } },
  { scheme: 'AABB', syllables: { min: 9, max: 11 } },
  { scheme: 'ABBA', syllables: { min: 8, max: 12 } },
  { scheme: 'AABBCC--', syllables: { min: 8, max: 13 } },
] as const;
const REQUESTS_PER_MINUTE = 60_000;
/** A model that fails is asked for fewer verses: what is shown is whether the answer stands, and how long it takes. */
const FAULTY_VERSES = 4;
/** Longer than any time limit. */
const SILENT_MS = 60_000;

const FAULTS: Record<string, StepInput> = {
  refuses: { content: 'I am sorry, but I cannot help with that request.' },
  'writes something else': {
    content: 'Certainly! Let us talk about the weather.\n\n**Title**\nHere is a line',
  },
  'repeats its instructions': { content: VERSE_INSTRUCTIONS.join('\n') },
  'is cut off at its length limit': { verse: { miss: 0 }, truncate: true },
  'breaks the connection in its answer': { verse: { miss: 0 }, disconnect: true },
  'fails (500)': { status: 500 },
  'asks to wait an hour (429)': { status: 429, retry_after: 3600 },
};

/** The models of the simulator: one that misses a share of its lines, and all kinds that fail. */
export async function evalModelLines(
  ctx: ServiceContext,
  { verses, miss }: { verses: number; miss: number },
  progress: (done: number, total: number) => void,
): Promise<ModelCase[]> {
  const { items } = await listTracks(ctx, {
    limit: 1,
    cursor: null,
    ids: null,
    name: null,
    filters: NO_FILTERS,
    facets: [],
  });
  if (items.length === 0) await storeDemoSongs(ctx, progress);
  const cases = [
    { model: `misses ${Math.round(miss * 100)} % of its lines`, step: { verse: { miss } }, count: verses },
    ...Object.entries(FAULTS).map(([model, step]) => ({ model, step, count: FAULTY_VERSES })),
    { model: 'does not answer', step: { latency_ms: SILENT_MS, content: '' }, count: 1 },
  ];
  const total = cases.reduce((sum, { count }) => sum + count, 0);
  const results: ModelCase[] = [];
  const chat = await startChatSimulator();
  let done = 0;
  try {
    for (const { model, step, count } of cases) {
      const written = await writeWith(chat, ctx, { step, count, onVerse: () => progress(++done, total) });
      results.push(summarize(model, written));
    }
  } finally {
    await chat.close();
  }
  return results;
}

interface WrittenVerse {
  lines: readonly WrittenLine[];
  invalid: number;
  calls: number;
  reason: string | null;
  ms: number;
}

async function writeWith(
  chat: LocalChat,
  ctx: ServiceContext,
  { step, count, onVerse }: { step: StepInput; count: number; onVerse: () => void },
): Promise<WrittenVerse[]> {
  const written: WrittenVerse[] = [];
  for (let at = 0; at < count; at++) {
    chat.reset();
    chat.script({ ...step, times: 0 });
    written.push(await writeOne(chat, withModel(ctx, chat), at));
    onVerse();
  }
  return written;
}

/** The context with the simulator as its only model, which nothing is remembered of. */
function withModel(ctx: ServiceContext, { baseUrl, apiKey, model }: LocalChat): ServiceContext {
  const { clock } = ctx;
  const state = createLocalState(clock);
  const upstream = {
    name: 'llm',
    chat: createChatModel({ baseUrl, apiKey, model }),
    budget: createModelBudget(
      'llm',
      { state, clock },
      budgetOptions(REQUESTS_PER_MINUTE, REQUESTS_PER_MINUTE),
    ),
    spend: null,
    price: null,
  } as const;
  return Object.create(ctx, {
    chatModels: { value: [upstream] },
    state: { value: state },
    breaker: {
      value: (name: Parameters<ServiceContext['breaker']>[0]) => createBreaker(name, { state, clock }),
    },
  });
}

async function writeOne(chat: LocalChat, ctx: ServiceContext, at: number): Promise<WrittenVerse> {
  const shape = SHAPES[at % SHAPES.length] ?? SHAPES[0];
  const started = performance.now();
  const events: GenerationEvent[] = [];
  const input = {
    ...shape,
    prompt: PROMPTS[Math.floor(at / SHAPES.length) % PROMPTS.length] ?? '',
    style: STYLES[(at + Math.floor(at / SHAPES.length)) % STYLES.length] ?? null,
    temperature: 0.8,
    maxLength: 500,
    lines: shape.scheme.length,
    rhyme: 'single',
    keep: [],
    seed: null,
  } as const;
  for await (const event of streamGeneration(ctx, input)) events.push(event);
  const ms = performance.now() - started;
  const sent = events.flatMap((event) => (event.type === 'line' ? [event.data] : []));
  const lines = [...new Map(sent.map((line) => [line.number, line])).values()];
  const report = events.find((event) => event.type === 'report')?.data;
  if (report === undefined) throw new Error('the verse was not finished');
  const { min, max } = shape.syllables;
  const offLength = sent.filter(({ text }) => {
    const [count = 0] = hearVerse([text], ctx.lexicon).syllables;
    return count < min || count > max;
  });
  const invalid = offLength.length + Number(!report.report.scheme_met);
  return { lines, invalid, calls: chat.requests().count, reason: report.provenance.reason, ms };
}

function summarize(model: string, written: readonly WrittenVerse[]): ModelCase {
  const lines = written.flatMap((verse) => verse.lines);
  const shareOf = (source: WrittenLine['source']): number =>
    Number((lines.filter((line) => line.source === source).length / lines.length).toFixed(3));
  const times = written.map(({ ms }) => ms);
  return {
    model,
    verses: written.length,
    lines: lines.length,
    by_model: shareOf('model'),
    repaired: shareOf('repaired'),
    composed: shareOf('composed'),
    invalid_sent: written.reduce((sum, { invalid }) => sum + invalid, 0),
    calls_max: Math.max(...written.map(({ calls }) => calls)),
    reasons: [...new Set(written.flatMap(({ reason }) => reason ?? []))],
    ms: { p50: Math.round(quantile(times, 0.5)), max: Math.round(Math.max(...times)) },
  };
}
