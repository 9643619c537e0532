import type { ServiceContext } from '../../context.ts';
import type { ComponentHealth } from './component-health.ts';

/** What the chat models cost this UTC day, in US dollars, within a daily cap. */
export interface ModelSpend {
  cap_usd: number;
  /** With what is reserved for calls that are under way, or whose cost was never told. */
  spent_usd: number;
  is_reached: boolean;
  resets_at: string;
}

/** Null without a daily cap, or without a model. */
export async function readModelSpend({
  chatModels,
}: Pick<ServiceContext, 'chatModels'>): Promise<ModelSpend | null> {
  const spending = await chatModels[0]?.spend?.read();
  if (spending === undefined) return null;
  const { capUsd, spentUsd, isReached, resetsAt } = spending;
  const resets_at = new Date(resetsAt).toISOString();
  return { cap_usd: capUsd, spent_usd: spentUsd, is_reached: isReached, resets_at };
}

/** A model that is well and may not be asked until midnight is degraded. */
export function withSpend(model: ComponentHealth, spend: ModelSpend | null): ComponentHealth {
  if (model.status !== 'ok' || !spend?.is_reached) return model;
  const detail = 'the daily budget is spent; the engine answers instead';
  return { ...model, status: 'degraded', next_try_at: spend.resets_at, detail };
}
