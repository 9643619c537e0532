/** Degrees between the hues of neighbouring keys, after which no hue repeats soon (the golden angle). */
const STEP = 137.508;
const LIGHTNESS = [0.5, 0.38, 0.62] as const;
const SATURATION = 0.62;

/** The colour of the cluster with this key, as `#rrggbb`: the same in every build. */
export function colourOf(key: number): string {
  const hue = (key * STEP) % 360;
  const light = LIGHTNESS[Math.floor(key / 8) % LIGHTNESS.length] ?? LIGHTNESS[0];
  const reach = SATURATION * Math.min(light, 1 - light);
  const channel = (n: number): string => {
    const at = (n + hue / 30) % 12;
    const value = light - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1));
    return Math.round(255 * value)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
