import { encodeMap, type MapPoint } from '../../../src/ml/clusters/map-layout.ts';
import { seeded } from '../../../src/ml/compose/random.ts';

const SIDE = 65_535;
const CLUSTERS = 36;
const FIRST_YEAR = 1985;
const YEARS = 41;
const WORDS = [
  'river',
  'kitchen',
  'engine',
  'lantern',
  'paper',
  'winter',
  'corner',
  'silver',
  'ladder',
  'window',
];

const clamp = (value: number): number => Math.round(Math.min(SIDE, Math.max(0, value)));

/** A number around 0, mostly near it, at most 1.5 away. */
const bell = (random: () => number): number => random() + random() + random() - 1.5;

/**
 * A map of so many songs as `GET /trends/map` sends it: clusters of uneven size and spread, a tenth of the songs between them.
 * The same number gives the same map.
 */
export function syntheticMap(songs: number): Uint8Array<ArrayBuffer> {
  const random = seeded(songs);
  const clusters = Array.from({ length: CLUSTERS }, (_, key) => ({
    key,
    x: SIDE * (0.15 + 0.7 * random()),
    y: SIDE * (0.15 + 0.7 * random()),
    spread: SIDE * (0.02 + 0.07 * random()),
    share: 0.3 + random(),
    hue: Math.floor(random() * 0xffffff),
  }));
  const total = clusters.reduce((sum, { share }) => sum + share, 0);
  const points = clusters.flatMap((cluster): MapPoint[] =>
    Array.from({ length: Math.ceil((songs * cluster.share) / total) }, () => {
      const spread = random() < 0.1 ? 2.5 * cluster.spread : cluster.spread;
      return {
        id: 0,
        x: clamp(cluster.x + spread * bell(random)),
        y: clamp(cluster.y + spread * bell(random)),
        cluster: cluster.key,
        year: random() < 0.03 ? null : FIRST_YEAR + Math.floor(YEARS * Math.sqrt(random())),
      };
    }),
  );
  const kept = points.slice(0, songs).map((point, at) => ({ ...point, id: at + 1 }));
  const legend = clusters.map(({ key, x, y, hue }) => ({
    cluster: key,
    label: [0, 3, 7].map((step) => WORDS[(key + step * (1 + (key % 3))) % WORDS.length]).join(', '),
    colour: `#${hue.toString(16).padStart(6, '0')}`,
    songs: kept.filter((point) => point.cluster === key).length,
    x: clamp(x),
    y: clamp(y),
  }));
  return encodeMap({ build: 1, points: kept, legend });
}
