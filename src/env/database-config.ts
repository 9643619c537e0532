import { z } from 'zod';
import { isRegion, REGIONS, type Region } from '../lib/regions.ts';

/** A read replica: its region and its connection string. */
export interface ReplicaAddress {
  readonly region: Region;
  readonly url: string;
}

export interface DatabaseConfig {
  readonly url: string;
  readonly fetchEndpoint: string | null;
  /** Of the primary; null where it is not known. */
  readonly region: Region | null;
  readonly replicas: readonly ReplicaAddress[];
}

const PROTOCOL = /^postgres(?:ql)?:$/;

function parse(entry: string): ReplicaAddress | string {
  const at = entry.indexOf('=');
  const [region, url] = [entry.slice(0, at), entry.slice(at + 1)];
  if (at < 0 || !isRegion(region)) return `must name a region before each address: ${REGIONS.join(', ')}`;
  if (!URL.canParse(url) || !PROTOCOL.test(new URL(url).protocol))
    return `must have an address that begins with postgresql:// after ${region}=`;
  return { region, url };
}

/** Addresses of replicas with a region before each, `us-west-2=postgresql://…`, and blanks or new lines between them. */
export const readUrls = z.string().transform((text, ctx): readonly ReplicaAddress[] => {
  const parsed = text.trim().split(/\s+/).map(parse);
  const replicas = parsed.filter((one) => typeof one !== 'string');
  const fault =
    parsed.find((one) => typeof one === 'string') ??
    (new Set(replicas.map(({ region }) => region)).size < replicas.length ? 'must name a region once' : null);
  if (fault === null) return replicas;
  ctx.addIssue({ code: 'custom', message: fault });
  return z.NEVER;
});

/** Neon's hosts name their region: `ep-name.us-east-2.aws.neon.tech`. */
const NEON_HOST = /\.([a-z]+-[a-z]+-\d)\.aws\.neon\./;

/** The region of the primary: as it is set, or from Neon's host; null if neither tells it. */
export function regionOf(v: {
  DATABASE_REGION?: Region | undefined;
  DATABASE_URL?: string | undefined;
}): Region | null {
  const told = v.DATABASE_URL === undefined ? null : NEON_HOST.exec(new URL(v.DATABASE_URL).host)?.[1];
  return v.DATABASE_REGION ?? (told && isRegion(told) ? told : null);
}

/** The replicas with the region of the primary; none where that is not known. */
export function replicasOf(
  v: Parameters<typeof regionOf>[0] & { DATABASE_READ_URLS?: readonly ReplicaAddress[] | undefined },
): Pick<DatabaseConfig, 'region' | 'replicas'> {
  const region = regionOf(v);
  return { region, replicas: region === null ? [] : (v.DATABASE_READ_URLS ?? []) };
}
