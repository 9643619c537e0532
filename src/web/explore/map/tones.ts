/** Red, green and blue, 0-255. */
export type Tone = readonly [number, number, number];

const encode = (linear: number): number => {
  const value = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055));
};

/** A colour of OKLCH (lightness 0-1, chroma, hue in degrees), where equal steps look equal; after Björn Ottosson. */
export function oklch(lightness: number, chroma: number, hue: number): Tone {
  const turn = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(turn), chroma * Math.sin(turn)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

export const cssTone = ([red, green, blue]: Tone): string => `rgb(${red} ${green} ${blue})`;

/** The hue of "#rrggbb" in degrees; 0 for a grey. */
export function hueOf(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16);
  const [red, green, blue] = [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  const most = Math.max(red, green, blue);
  const span = most - Math.min(red, green, blue);
  if (span === 0 || Number.isNaN(value)) return 0;
  const sixth =
    most === red
      ? (green - blue) / span
      : most === green
        ? 2 + (blue - red) / span
        : 4 + (red - green) / span;
  return (60 * sixth + 360) % 360;
}

/** What the points are drawn with on one kind of paper. */
export interface Palette {
  /** A cluster, by the hue that the server keeps for it. */
  cluster(hex: string): Tone;
  /** The place of a year between the first (0) and the last (1). */
  year(share: number): Tone;
  /** One of the few things that a reader chose, by its place among them. */
  pick(place: number): Tone;
  /** What is not looked at now. */
  quiet: Tone;
}

const PICK_HUES = [262, 40, 155, 330, 95];

const paletteOn = (dark: boolean): Palette => ({
  cluster: (hex) => oklch(dark ? 0.72 : 0.6, 0.115, hueOf(hex)),
  year: (share) =>
    oklch(dark ? 0.38 + 0.48 * share : 0.86 - 0.52 * share, 0.03 + 0.1 * share, 80 + 190 * share),
  pick: (place) => oklch(dark ? 0.76 : 0.52, 0.16, PICK_HUES[place % PICK_HUES.length] ?? 0),
  quiet: dark ? [58, 62, 72] : [206, 207, 202],
});

export const PALETTES = { light: paletteOn(false), dark: paletteOn(true) } as const;
