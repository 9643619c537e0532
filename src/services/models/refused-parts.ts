import type { ServiceContext } from '../../context.ts';
import { REQUEST_PARTS, type RequestPart } from '../../lib/parts-refused.ts';

/** A server may be upgraded: refused parts are tried again after this time. */
const REMEMBERED_MS = 3600_000;

const keyOf = (endpoint: string) => `refused-parts:${endpoint}`;

/** The request parts that this model at this server has refused recently. */
export async function readRefusedParts(
  { state }: Pick<ServiceContext, 'state'>,
  endpoint: string,
): Promise<RequestPart[]> {
  const names = ((await state.get(keyOf(endpoint))) ?? '').split(' ');
  return REQUEST_PARTS.filter((part) => names.includes(part));
}

export async function rememberRefusedParts(
  ctx: Pick<ServiceContext, 'state'>,
  endpoint: string,
  parts: readonly RequestPart[],
): Promise<void> {
  const all = new Set([...(await readRefusedParts(ctx, endpoint)), ...parts]);
  await ctx.state.set(keyOf(endpoint), [...all].join(' '), REMEMBERED_MS);
}
