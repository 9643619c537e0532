import type { ServiceContext } from '../../context.ts';
import type { ArtistProfileRow } from '../../db/queries/artist-profiles.ts';
import { readStored } from '../../lib/stored-json.ts';
import {
  type ArtistMeasures,
  ArtistMeasuresSchema,
  type ArtistProfile,
  ArtistProfileSchema,
} from './artist-profile.ts';

export interface StoredProfile {
  profile: ArtistProfile;
  measures: ArtistMeasures;
}

type Context = Pick<ServiceContext, 'log'>;

/** The stored profile of an artist; null if it must be computed: there is none, or (logged) one of another shape. */
export function readProfile(ctx: Context, { id, ...row }: ArtistProfileRow): StoredProfile | null {
  if (row.profile === null) return null;
  const profile = readStored(ctx.log, ArtistProfileSchema, {
    value: row.profile,
    what: 'artist profile',
    id,
  });
  const measures = readStored(ctx.log, ArtistMeasuresSchema, {
    value: row.measures,
    what: 'artist measures',
    id,
  });
  return profile === undefined || measures === undefined ? null : { profile, measures };
}

/** The profile that was just computed. Throws if it cannot be read, which is a fault of this program. */
export function readNewProfile(ctx: Context, row: ArtistProfileRow): StoredProfile {
  const stored = readProfile(ctx, row);
  if (stored === null) throw new Error(`the profile of artist ${row.id} does not fit its own schema`);
  return stored;
}
