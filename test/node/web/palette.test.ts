import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(new URL('../../../src/web/styles/tokens.css', import.meta.url), 'utf8');

type Colour = readonly [number, number, number];

/** How the three kinds of colour blindness see linear RGB (Machado, Oliveira and Fernandes 2009, severity 1). */
const SIGHTS: Record<string, readonly Colour[]> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}; // biome-ignore format: matrices
/** Two colours this far apart in OKLab are told apart at a glance: about five just noticeable differences. */
const APART = 0.09;

const toLinear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

function parse(hex: string): Colour {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return [r, g, b];
}

const dot = ([a, b, c]: Colour, [x, y, z]: Colour): number => a * x + b * y + c * z;
const seenBy = (sight: readonly Colour[], colour: Colour): Colour => {
  const [r = 0, g = 0, b = 0] = sight.map((row) => Math.max(0, dot(row, colour)));
  return [r, g, b];
};

function toOklab(colour: Colour): Colour {
  const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], colour));
  const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], colour));
  const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], colour));
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], [l, m, s]),
    dot([1.9779984951, -2.428592205, 0.4505937099], [l, m, s]),
    dot([0.0259040371, 0.7827717662, -0.808675766], [l, m, s]),
  ];
}

const luminance = (colour: Colour): number => dot([0.2126, 0.7152, 0.0722], colour);
const contrast = (a: Colour, b: Colour): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

const [lightTheme = '', darkTheme = ''] = tokens.split('prefers-color-scheme: dark');
const read = (theme: string, name: string): Colour[] =>
  Array.from(theme.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6})`, 'g')), ([, hex = '']) => parse(hex));

describe.each([
  ['light', lightTheme],
  ['dark', darkTheme],
])('the hues of rhymes in the %s theme', (_, theme) => {
  const hues = read(theme, 'hue-\\d');
  const [paper = [1, 1, 1]] = read(theme, 'paper');

  it('are eight, each with a contrast of 3:1 to the paper', () => {
    expect(hues).toHaveLength(8);
    for (const hue of hues) expect(contrast(hue, paper)).toBeGreaterThan(3);
  });

  it.each(Object.entries(SIGHTS))('are told apart in %s sight', (_sight, sight) => {
    const seen = hues.map((hue) => toOklab(seenBy(sight, hue)));
    for (const [i, a] of seen.entries()) {
      for (const b of seen.slice(i + 1))
        expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(APART);
    }
  });
});
