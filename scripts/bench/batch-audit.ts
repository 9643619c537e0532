import { type Sql, sql } from '../../src/db/client.ts';
import { sha256Hex } from '../../src/lib/hash.ts';
import type { LocalChat } from '../local/openai/chat-simulator.ts';
import { syntheticSong } from './synthetic-songs.ts';

const WORDS = 150;
const MARK = /Take number (\d+) of the run/;

/** Songs with different texts, each with a line that identifies it in a request. */
export const benchSongs = (count: number): { lyrics: string }[] =>
  Array.from({ length: count }, (_, i) => ({
    lyrics: `${syntheticSong(i, WORDS)}\n${markOf(i)}`,
  }));

export const markOf = (item: number): string => `Take number ${item} of the run`;

/** Has the bench's own database note every time an analysis is stored: an upsert alone leaves no trace of a second. */
export async function watchStores(db: Sql): Promise<void> {
  await db.batch([
    sql`create table bench_stores (analysis_id integer not null)`,
    sql`create function note_store() returns trigger language plpgsql as
      'begin insert into bench_stores values (new.id); return new; end'`,
    sql`create trigger note_store after insert or update of analysis_data on analysis_results
      for each row when (new.status = 'done') execute function note_store()`,
  ]);
}

export interface StoredAudit {
  /** Items that did not end with an answer of the model. */
  lost: number;
  /** Keys (text, analyser, model, prompt, temperature) under which a result was stored more than once. */
  analysed_twice: number;
}

/** Checks the database after a batch has ended. */
export async function auditStores(
  db: Sql,
  batchId: string,
  songs: readonly { lyrics: string }[],
): Promise<StoredAudit> {
  const hashes = await Promise.all(songs.map(({ lyrics }) => sha256Hex(lyrics)));
  const [answered, twice] = await db.batch([
    sql`
      select count(distinct a.text_hash)::int as n from batch_items i
      join analysis_results a on a.text_hash = any(${hashes}::text[]) and a.analyzer_type = 'qwen'
        and a.status = 'done' and not a.degraded and a.text_hash = encode(sha256(convert_to(i.lyrics, 'UTF8')), 'hex')
      where i.batch_id = ${batchId}::uuid and i.status = 'done' and i.error is null`,
    sql`select count(*)::int as n from (
      select analysis_id from bench_stores group by analysis_id having count(*) > 1) s`,
  ]);
  return { lost: songs.length - Number(answered?.[0]?.n), analysed_twice: Number(twice?.[0]?.n) };
}

export interface CallAudit {
  calls: number;
  /** Calls for an item beyond the one that it needs, refusals and failures apart. */
  calls_repeated: number;
  too_many: number;
  /** Of all requests, the share that was answered 429; and of those sent after the run had half a minute to settle. */
  refused_share: number;
  refused_share_settled: number | null;
  burst_seen: number;
}

/** How long an overload may take to settle. */
const SETTLING_MS = 30_000;

/** Checks the requests that the model received. */
export function auditCalls(chat: LocalChat, requestsPerMinute: number): CallAudit {
  const { count, by_status, recent } = chat.requests();
  if (recent.length < count) throw new Error('more requests came than the simulator remembers');
  const heard = new Map<string, number>();
  for (const { status, body } of recent) {
    // Status 0: the request arrived, and the client disconnected before the response.
    if (status !== 200 && status !== 0) continue;
    const item = MARK.exec(JSON.stringify(body))?.[1] ?? '';
    heard.set(item, (heard.get(item) ?? 0) + 1);
  }
  const repeated = [...heard.values()].reduce((sum, n) => sum + n - 1, 0);
  const times = recent.map(({ at }) => Date.parse(at));
  return {
    calls: count,
    calls_repeated: repeated,
    too_many: by_status[429] ?? 0,
    refused_share: refusedShare(recent) ?? 0,
    refused_share_settled: refusedShare(
      recent.filter(({ at }) => Date.parse(at) >= (times[0] ?? 0) + SETTLING_MS),
    ),
    burst_seen: burstOf(times, 60_000 / requestsPerMinute),
  };
}

function refusedShare(requests: readonly { status: number }[]): number | null {
  if (requests.length === 0) return null;
  return Number((requests.filter(({ status }) => status === 429).length / requests.length).toFixed(3));
}

/** The fullest that a bucket gets which each request fills by one and every interval drains by one. */
function burstOf(times: readonly number[], intervalMs: number): number {
  let [level, before, fullest] = [0, times[0] ?? 0, 0];
  for (const at of times) {
    level = Math.max(0, level - (at - before) / intervalMs) + 1;
    fullest = Math.max(fullest, level);
    before = at;
  }
  return Number(fullest.toFixed(1));
}
