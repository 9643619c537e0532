import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginsOf, shiftBetween } from '../../../../src/web/explore/map/backdrop.ts';
import {
  fitted,
  kept,
  panned,
  readCamera,
  toMap,
  toScreen,
  WHOLE_MAP,
  writeCamera,
  zoomed,
} from '../../../../src/web/explore/map/camera.ts';
import { mapHref, readMapState } from '../../../../src/web/explore/map/map-state.ts';
import { placeLabels } from '../../../../src/web/explore/map/place-labels.ts';

const size = { width: 800, height: 600 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const cameras = fc.record({ x: share, y: share, zoom: fc.double({ min: 1, max: 60, noNaN: true }) });
const spots = fc.record({ x: share, y: share });

describe('the camera', () => {
  it('leads from the map to the screen and back', () => {
    fc.assert(
      fc.property(cameras, spots, (camera, spot) => {
        const back = toMap(camera, size, toScreen(camera, size, spot));
        expect(Math.hypot(back.x - spot.x, back.y - spot.y)).toBeLessThan(1e-9);
      }),
    );
  });

  it('keeps what is under the pointer there while it enlarges', () => {
    const at = { x: 500, y: 200 };
    const before = { x: 0.5, y: 0.5, zoom: 3 };
    const after = zoomed(before, size, { factor: 2, at });
    expect(after.zoom).toBe(6);
    const moved = toScreen(after, size, toMap(before, size, at));
    expect(Math.hypot(moved.x - at.x, moved.y - at.y)).toBeLessThan(1e-6);
  });

  it('shows all of a group', () => {
    fc.assert(
      fc.property(fc.array(spots, { minLength: 1, maxLength: 20 }), (songs) => {
        const camera = fitted(songs, size);
        for (const song of songs) {
          const { x, y } = toScreen(camera, size, song);
          expect(x >= 0 && x <= size.width && y >= 0 && y <= size.height).toBe(true);
        }
      }),
    );
    expect(fitted([], size)).toEqual(WHOLE_MAP);
  });

  it('is read from an address as it was written, and from nothing else', () => {
    fc.assert(
      fc.property(cameras, (camera) => {
        const read = readCamera(writeCamera(camera));
        expect(Math.abs((read?.x ?? 9) - camera.x) + Math.abs((read?.zoom ?? 99) - camera.zoom)).toBeLessThan(
          0.02,
        );
      }),
    );
    for (const text of [null, '', '1', 'a,b,c', '0,0,0', '0,0,Infinity', '1,2,3,4'])
      expect(readCamera(text)).toBeNull();
    expect(readCamera('7,-7,999')).toEqual(kept({ x: 1, y: 0, zoom: 60 }));
  });
});

describe('a picture larger than its view', () => {
  const view = { camera: { x: 0.5, y: 0.5, zoom: 2 }, size, ratio: 2 };
  it('is shifted by as many pixels as the map was pulled, as far as it reaches', () => {
    const pulled = { ...view, camera: panned(view.camera, size, { x: 30, y: -12 }) };
    expect(shiftBetween(view, pulled)).toEqual({ x: 60, y: -24 });
    const far = { ...view, camera: panned(view.camera, size, { x: marginsOf(view).x / 2 + 1, y: 0 }) };
    expect(shiftBetween(view, far)).toBeNull();
  });

  it('is drawn again at another size or enlargement', () => {
    expect(shiftBetween(null, view)).toBeNull();
    expect(shiftBetween(view, { ...view, camera: { ...view.camera, zoom: 2.1 } })).toBeNull();
    expect(shiftBetween(view, { ...view, size: { width: 801, height: 600 } })).toBeNull();
    expect(shiftBetween(view, { ...view, ratio: 1 })).toBeNull();
  });
});

describe('names on the map', () => {
  const label = fc.record({
    x: share,
    y: share,
    width: fc.nat(200),
    height: fc.integer({ min: 10, max: 30 }),
  });

  it('never touch each other or an edge, and come with the room that enlarging makes', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 30 }), cameras, (made, camera) => {
        const labels = made.map((one, i) => ({ ...one, key: String(i) }));
        const boxes = placeLabels(labels, camera, size).map(({ key, x, y }) => {
          const { width, height } = labels[Number(key)] ?? { width: 0, height: 0 };
          return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
        });
        for (const [i, a] of boxes.entries()) {
          expect(a.left >= 0 && a.right <= size.width && a.top >= 0 && a.bottom <= size.height).toBe(true);
          for (const b of boxes.slice(i + 1))
            expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
    const two = [0.5, 0.52].map((x, i) => ({ key: String(i), x, y: 0.5, width: 80, height: 20 }));
    expect(placeLabels(two, WHOLE_MAP, size)).toHaveLength(1);
    expect(placeLabels(two, { ...WHOLE_MAP, zoom: 20 }, size)).toHaveLength(2);
  });
});

describe('the state of the map', () => {
  it('is read from the address as it was written', () => {
    const state = {
      by: 'artist' as const,
      picked: ['Ana & Co', 'M, N'],
      camera: { x: 0.25, y: 0.5, zoom: 3 },
      song: 12,
      list: 'M, N',
      around: [
        { x: 0.1, y: 0.2 },
        { x: 0.3, y: 0.2 },
        { x: 0.3, y: 0.4 },
      ],
    };
    expect(readMapState(new URL(mapHref(state), 'http://x').search)).toEqual(state);
    expect(mapHref(readMapState(''))).toBe('/app/explore/map');
  });

  it('holds nothing that an address cannot mean', () => {
    const state = readMapState('?by=mood&song=-4&at=zzz&around=1,2_3&pick=&pick=a&pick=a');
    expect(state).toEqual({
      by: 'cluster',
      picked: ['a'],
      camera: null,
      song: null,
      list: null,
      around: null,
    });
  });
});
