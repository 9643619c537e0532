/** Weights of what `measureThemes` gives, the bias last. Written by scripts/train/themes/train-themes.ts. */
export const THEME_MODEL: readonly number[] = [2.256, 1.226, 0.091, -2.618, 1.663, -4.969];
