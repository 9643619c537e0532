import { z } from 'zod';
import type { TakedownRow } from '../../db/queries/takedowns.ts';

const RemovedSchema = z.object({ tracks: z.array(z.int()) });

export interface TakedownDto {
  id: number;
  kind: 'track' | 'artist';
  subject: string;
  reason: string;
  /** The ids that the removed songs had. */
  removed_tracks: number[];
  created_by: string;
  created_at: string;
  lifted_at: string | null;
}

export function toTakedownDto({ removed, created_at, lifted_at, ...row }: TakedownRow): TakedownDto {
  return {
    ...row,
    removed_tracks: RemovedSchema.catch({ tracks: [] }).parse(removed).tracks,
    created_at: created_at.toISOString(),
    lifted_at: lifted_at?.toISOString() ?? null,
  };
}
