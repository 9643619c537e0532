import type { RunRow } from '../../db/queries/runs.ts';

/** A run with its times as text. */
export function toRunDto(run: RunRow) {
  return {
    id: run.id,
    artist_id: run.artist_id,
    artist: run.artist,
    trigger: run.trigger,
    status: run.status,
    song_limit: run.song_limit,
    reason: run.reason,
    next_try_at: run.next_try_at?.toISOString() ?? null,
    started_at: run.started_at.toISOString(),
    updated_at: run.updated_at.toISOString(),
    finished_at: run.finished_at?.toISOString() ?? null,
  };
}
