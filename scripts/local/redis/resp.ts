import type { Outcome, Reply } from './backend.ts';

/** An outcome in version 2 of Redis' own protocol. */
export function toResp(outcome: Outcome): Buffer {
  return Buffer.concat('error' in outcome ? [Buffer.from(`-${outcome.error}\r\n`)] : partsOf(outcome.result));
}

function partsOf(reply: Reply): Buffer[] {
  if (reply === null) return [Buffer.from('$-1\r\n')];
  if (Array.isArray(reply)) return [Buffer.from(`*${reply.length}\r\n`), ...reply.flatMap(partsOf)];
  if (typeof reply === 'number' || typeof reply === 'bigint') return [Buffer.from(`:${reply}\r\n`)];
  // The backends do not tell a status from a text; OK is the status that commands give.
  if (String(reply) === 'OK') return [Buffer.from('+OK\r\n')];
  const bytes = Buffer.from(reply);
  return [Buffer.from(`$${bytes.length}\r\n`), bytes, Buffer.from('\r\n')];
}
