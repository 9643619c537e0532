import type { ChatUpstream, ServiceContext } from '../../../context.ts';
import { AppError } from '../../../lib/errors.ts';
import type { ComposeOrder } from '../../../ml/compose/types.ts';
import type { WrittenLine } from '../contract.ts';
import type { Material } from '../gather-material.ts';
import type { ComposeContext } from '../write-composed.ts';
import type { Draft } from './draft-lines.ts';
import { type DraftContext, draftVerse } from './draft-verse.ts';

/** If less time than this is left, the next model is not tried. */
const MIN_MS = 500;
/** For everything a model does for one request. */
const MODEL_MS = 17_000;

export type WriteContext = ComposeContext &
  DraftContext &
  Pick<ServiceContext, 'chatModels' | 'engineVersion' | 'signal'>;

export interface WriteTask {
  order: ComposeOrder;
  material: Material;
  /** What the text is about, or the lines that are rewritten. */
  about: string;
  rewrite: readonly string[] | null;
  /** Why no model may be asked; null if one may. */
  withheld: string | null;
}

/** What the models gave, or why they gave nothing. */
export interface Drafted {
  draft: Draft | null;
  reason: string | null;
  degraded: boolean;
}

export interface Asking {
  signal: AbortSignal;
  /** Milliseconds since the epoch. */
  started: number;
  onLine: (line: WrittenLine) => void;
}

/** Asks the models in their order; a failure of all of them is the reason for the composer. */
export async function askModels(ctx: WriteContext, task: WriteTask, how: Asking): Promise<Drafted> {
  if (task.withheld !== null) return { draft: null, reason: task.withheld, degraded: false };
  if (ctx.chatModels.length === 0) return { draft: null, reason: 'not_configured', degraded: false };
  let first: AppError | null = null;
  for (const upstream of ctx.chatModels) {
    const timeoutMs = MODEL_MS - (ctx.clock.now() - how.started);
    if (first !== null && timeoutMs < MIN_MS) break;
    try {
      const draft = await askModel(ctx, upstream, { task, how, timeoutMs });
      const why = draft.failure?.reason ?? (first === null ? null : `fallback_model: ${first.reason}`);
      return { draft, reason: why, degraded: draft.failure !== null };
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'CLIENT_GONE') throw error;
      ctx.log.warn('model wrote nothing', { model: upstream.chat.model, reason: error.reason });
      first ??= error;
    }
  }
  return { draft: null, reason: first?.reason ?? null, degraded: true };
}

function askModel(
  ctx: WriteContext,
  upstream: ChatUpstream,
  { task, how, timeoutMs }: { task: WriteTask; how: Asking; timeoutMs: number },
): Promise<Draft> {
  return draftVerse(ctx, upstream, {
    ...task,
    signal: how.signal,
    timeoutMs,
    onLine: how.onLine,
  });
}
