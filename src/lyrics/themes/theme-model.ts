/** Weights of what `measureThemes` gives, the bias last. Written by scripts/train/themes/train-themes.ts. */
export const THEME_MODEL: readonly number[] = [2.057,1.621,0.434,-1.14,1.312,-5.088];
