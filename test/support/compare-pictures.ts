import type { Page } from 'playwright-core';

/** The greatest difference of one pixel's red between two PNGs, 0-255; 256 where their sizes differ. */
export function greatestDifference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          context?.drawImage(bitmap, 0, 0);
          return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
        }),
      );
      if (a === undefined || a.length !== b?.length) return 256;
      let greatest = 0;
      for (let at = 0; at < a.length; at += 4)
        greatest = Math.max(greatest, Math.abs((a[at] ?? 0) - (b[at] ?? 0)));
      return greatest;
    },
    [one.toString('base64'), other.toString('base64')],
  );
}

/**
 * The greatest difference of one colour, 0-255, between two PNGs that were shrunk to so many pixels a side: what stands elsewhere is
 * found, where a pixel is rounded to is not.
 */
export function shrunkDifference(page: Page, [one, other]: readonly [Buffer, Buffer], side: number) {
  return page.evaluate(
    async ({ pictures, side }) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }), {
            resizeWidth: side,
            resizeHeight: side,
            resizeQuality: 'high',
          });
          const context = new OffscreenCanvas(side, side).getContext('2d');
          context?.drawImage(bitmap, 0, 0);
          return context?.getImageData(0, 0, side, side).data ?? new Uint8ClampedArray();
        }),
      );
      return Math.max(...Array.from(a ?? [], (value, at) => Math.abs(value - (b?.[at] ?? 0))));
    },
    { pictures: [one.toString('base64'), other.toString('base64')], side },
  );
}
