import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nearestRegion,
  type Place,
  placeOf,
  placeOfRegion,
  REGIONS,
  type Region,
} from '../../../src/lib/regions.ts';

const EARTH_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** By the haversine formula. */
function kilometres(a: Place, b: Place): number {
  const half = (x: number) => Math.sin(radians(x) / 2) ** 2;
  const turned = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude));
  const h = half(a.latitude - b.latitude) + turned * half(a.longitude - b.longitude);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

const places = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const region = fc.constantFrom(...REGIONS);

describe('the nearest region', () => {
  it('is at no greater distance than any other, whatever their order', () => {
    fc.assert(
      fc.property(places, region, fc.uniqueArray(region), (place, home, others) => {
        const chosen = nearestRegion(place, home, others);
        const away = (one: Region) => kilometres(place, placeOfRegion(one));
        expect(away(chosen)).toBeLessThanOrEqual(Math.min(...[home, ...others].map(away)) + 0.01);
        const turned = nearestRegion(place, home, others.toReversed());
        expect(away(turned)).toBeCloseTo(away(chosen), 2);
      }),
      { numRuns: 500 },
    );
  });

  it('is the home region where nothing is nearer, and where the place is not known', () => {
    fc.assert(
      fc.property(region, fc.uniqueArray(region), (home, others) => {
        expect(nearestRegion(placeOfRegion(home), home, others)).toBe(home);
        expect(nearestRegion(null, home, others)).toBe(home);
      }),
    );
  });

  it.each<[string, Place, Region]>([
    ['New York', { latitude: 40.7, longitude: -74 }, 'us-east-1'],
    ['Seattle', { latitude: 47.6, longitude: -122.3 }, 'us-west-2'],
    ['Dublin', { latitude: 53.3, longitude: -6.3 }, 'eu-west-1'],
    ['Berlin', { latitude: 52.5, longitude: 13.4 }, 'eu-west-1'],
    ['Honolulu', { latitude: 21.3, longitude: -157.9 }, 'us-west-2'],
    ['Suva, east of the date line from the west coast', { latitude: -18.1, longitude: 178.4 }, 'us-west-2'],
  ])('of %s, with databases in US-East, US-West and EU-West', (_, place, expected) => {
    expect(nearestRegion(place, 'us-east-1', ['us-west-2', 'eu-west-1'])).toBe(expected);
  });
});

describe('the place of a request', () => {
  it('is that of its coordinates, or the middle of its continent', () => {
    expect(placeOf({ latitude: '52.5', longitude: '-13.40', continent: 'EU' })).toEqual({
      latitude: 52.5,
      longitude: -13.4,
    });
    for (const continent of ['AF', 'AS', 'EU', 'NA', 'OC', 'SA'])
      expect(placeOf({ continent, colo: 'XXX' }), continent).not.toBeNull();
    expect(placeOf({ latitude: 'nowhere', longitude: '9', continent: 'EU' })).toEqual(
      placeOf({ continent: 'EU' }),
    );
  });

  it.each([
    null,
    undefined,
    'EU',
    {},
    { continent: 'toString' },
    { continent: 7 },
    { latitude: '91', longitude: '0' },
  ])('is unknown for %j', (cf) => {
    expect(placeOf(cf)).toBeNull();
  });
});
