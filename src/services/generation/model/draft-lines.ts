import type { ChatUpstream, ServiceContext } from '../../../context.ts';
import { AppError } from '../../../lib/errors.ts';
import { type LineFault, repairLinesPrompt } from '../../../llm/prompts/verse-v1.ts';
import type { ChatReply, ChatRequest, ChatTurn } from '../../../llm/types.ts';
import { type AskContext, type AskLimits, createAskModel } from '../../models/ask-model.ts';
import { costUsd } from '../../models/model-cost.ts';
import { readLines } from './read-lines.ts';

const MAX_REPAIRS = 2;
const TOKENS_A_LINE = 40;
const SPARE_TOKENS = 400;
const MAX_QUOTED = 4000;

export interface DraftLine {
  text: string;
  source: 'model' | 'repaired' | 'kept';
}

export interface DraftOrder extends AskLimits {
  prompt: Pick<ChatRequest, 'system' | 'user'>;
  temperature: number;
  /** The lines that stand already; null where one is wanted. */
  given: readonly (string | null)[];
  /** Why a line cannot stand at its place; null if it can. */
  faultOf: (standing: readonly (string | null)[], line: { at: number; text: string }) => string | null;
  /** Told of each line as soon as it stands. */
  onLine: (line: DraftLine & { at: number }) => void;
  signal: AbortSignal | null;
}

export interface Draft {
  /** Null where the model gave no line that fits. */
  lines: (DraftLine | null)[];
  model: string;
  repairs: number;
  tokens: ChatReply['tokens'];
  costUsd: number | null;
  /** Why the model's answer ended early, or why it was not asked again; null if it was, or if no line is missing. */
  failure: AppError | null;
}

/** The lines that stand so far, and what is wrong with those that do not. */
class Sheet {
  readonly lines: (DraftLine | null)[];
  readonly #order: DraftOrder;
  readonly #judged = new Set<string>();
  #faults = new Map<number, string>();
  #open: number[] = [];

  constructor(order: DraftOrder) {
    this.#order = order;
    this.lines = order.given.map((text) => (text === null ? null : { text, source: 'kept' }));
  }

  get standing(): (string | null)[] {
    return this.lines.map((line) => line?.text ?? null);
  }

  /** Whether the model gave a line. */
  get hasWritten(): boolean {
    return this.lines.some((line) => line !== null && line.source !== 'kept');
  }

  get missing(): LineFault[] {
    return this.lines.flatMap((line, at) =>
      line === null ? [{ number: at + 1, fault: this.#faults.get(at) ?? 'is missing' }] : [],
    );
  }

  /** The next answer is one to the lines that are missing now, which lines without a number are taken for in order. */
  expect(): void {
    this.#open = this.missing.map(({ number }) => number - 1);
    this.#judged.clear();
  }

  /** Takes the lines of an answer that fit, each once. A line that arrived before is judged again only in the end. */
  read(answer: string, how: { isWhole: boolean; source: 'model' | 'repaired' }): void {
    for (const [nth, { number, text }] of readLines(answer, how).entries()) {
      const place = number === null ? (this.#open[nth] ?? -1) : number - 1;
      const key = `${place} ${text}`;
      if (this.lines[place] !== null || (this.#judged.has(key) && !how.isWhole)) continue;
      this.#judged.add(key);
      const fault = this.#order.faultOf(this.standing, { at: place, text });
      if (fault !== null) {
        this.#faults.set(place, fault);
        continue;
      }
      const line = { text, source: how.source };
      this.lines[place] = line;
      this.#order.onLine({ ...line, at: place });
    }
  }
}

/**
 * Has a model write the lines that are not given. Each line is read as it arrives and stands only if it fits; what is
 * missing is sent back by number, at most twice. Of an answer that is cut off, the lines before the cut stay. Throws what
 * `createAskModel` throws if the model gave no line at all.
 */
export async function draftLines(
  ctx: AskContext & Pick<ServiceContext, 'log'>,
  upstream: ChatUpstream,
  order: DraftOrder,
): Promise<Draft> {
  const sheet = new Sheet(order);
  const ask = createAskModel(ctx, upstream, order);
  const replies: ChatReply[] = [];
  let followUp: ChatTurn[] = [];
  let failure: AppError | null = null;
  let repairs = 0;
  const maxTokens = SPARE_TOKENS + TOKENS_A_LINE * order.given.length;
  for (; sheet.missing.length > 0 && replies.length <= MAX_REPAIRS; ) {
    const source = replies.length === 0 ? 'model' : 'repaired';
    sheet.expect();
    const onText = (text: string) => sheet.read(text, { isWhole: false, source });
    try {
      const { temperature, prompt, signal } = order;
      const reply = await ask({ ...prompt, followUp, temperature, maxTokens, onText, signal });
      if (replies.length > 0) repairs++;
      replies.push(reply);
      sheet.read(reply.text, { isWhole: !reply.truncated, source });
      followUp = [
        { role: 'assistant', content: reply.text.slice(0, MAX_QUOTED) || '(nothing)' },
        { role: 'user', content: repairLinesPrompt(sheet.missing, sheet.standing) },
      ];
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'CLIENT_GONE') throw error;
      if (replies.length === 0 && !sheet.hasWritten) throw error;
      failure = error;
      break;
    }
  }
  const missed = sheet.missing.length;
  if (missed > 0) ctx.log.info('model missed lines', { missed, repairs, of: order.given.length });
  const tokens = tokensOf(replies);
  const model = replies.at(-1)?.model ?? upstream.chat.model;
  return { lines: sheet.lines, model, repairs, tokens, costUsd: costUsd(tokens, upstream.price), failure };
}

function tokensOf(replies: readonly ChatReply[]): ChatReply['tokens'] {
  const counts = replies.flatMap(({ tokens }) => (tokens === null ? [] : [tokens]));
  const sum = (of: 'prompt' | 'completion') => counts.reduce((total, tokens) => total + tokens[of], 0);
  return counts.length === 0 ? null : { prompt: sum('prompt'), completion: sum('completion') };
}
