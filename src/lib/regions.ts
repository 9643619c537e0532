/** Where the AWS regions are in which Neon or Upstash run: degrees of latitude and longitude of their cities. */
const COORDINATES = {
  'us-east-1': [38.9, -77.4],
  'us-east-2': [40.1, -83],
  'us-west-1': [37.4, -122],
  'us-west-2': [45.8, -119.7],
  'ca-central-1': [45.5, -73.6],
  'sa-east-1': [-23.5, -46.6],
  'eu-west-1': [53.3, -6.3],
  'eu-west-2': [51.5, -0.1],
  'eu-central-1': [50.1, 8.7],
  'ap-south-1': [19.1, 72.9],
  'ap-northeast-1': [35.7, 139.7],
  'ap-southeast-1': [1.3, 103.8],
  'ap-southeast-2': [-33.9, 151.2],
} as const satisfies Record<string, readonly [number, number]>;

export type Region = keyof typeof COORDINATES;

/** Object.keys of the table above. */
export const REGIONS = Object.keys(COORDINATES) as Region[];

export const isRegion = (name: string): name is Region => Object.hasOwn(COORDINATES, name);

/** Degrees. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** The middle of where people live, for a caller of whom only the continent is known. */
const CONTINENTS: Readonly<Record<string, Place>> = {
  AF: { latitude: 5, longitude: 20 },
  AS: { latitude: 25, longitude: 100 },
  EU: { latitude: 50, longitude: 10 },
  NA: { latitude: 39, longitude: -90 },
  OC: { latitude: -30, longitude: 145 },
  SA: { latitude: -15, longitude: -55 },
};

const DECIMAL = /^-?\d{1,3}(?:\.\d{1,20})?$/;

function degrees(text: unknown, most: number): number | null {
  if (typeof text !== 'string' || !DECIMAL.test(text)) return null;
  const value = Number(text);
  return Math.abs(value) <= most ? value : null;
}

/** Where Cloudflare says that a request comes from: its coordinates, or its continent; null if it says neither. */
export function placeOf(cf: unknown): Place | null {
  if (typeof cf !== 'object' || cf === null) return null;
  const told = new Map<string, unknown>(Object.entries(cf));
  const [latitude, longitude] = [degrees(told.get('latitude'), 90), degrees(told.get('longitude'), 180)];
  if (latitude !== null && longitude !== null) return { latitude, longitude };
  const continent = String(told.get('continent'));
  return Object.hasOwn(CONTINENTS, continent) ? (CONTINENTS[continent] ?? null) : null;
}

const RADIANS = Math.PI / 180;

/** The cosine of the angle between two places as seen from the centre of the earth: the greater, the nearer. */
function nearness(a: Place, b: Place): number {
  const [from, to] = [a.latitude * RADIANS, b.latitude * RADIANS];
  const turn = (a.longitude - b.longitude) * RADIANS;
  return Math.sin(from) * Math.sin(to) + Math.cos(from) * Math.cos(to) * Math.cos(turn);
}

export function placeOfRegion(region: Region): Place {
  const [latitude, longitude] = COORDINATES[region];
  return { latitude, longitude };
}

/** The region nearest to a place by great circle; of several, the first. `home` comes first, also without a place. */
export function nearestRegion(place: Place | null, home: Region, others: readonly Region[]): Region {
  if (place === null) return home;
  const distances = [home, ...others].map((region) => ({
    region,
    nearness: nearness(place, placeOfRegion(region)),
  }));
  return distances.reduce((best, one) => (one.nearness > best.nearness ? one : best)).region;
}
