/** Weights of what `measureThemes` gives, the bias last. Written by scripts/train/themes/train-themes.ts. */
export const THEME_MODEL: readonly number[] = [2.111, 2.054, -0.073, -1.174, 1.05, -5.106];
