/**
 * Each theme's `--canvas` in the format of a `theme-color` meta tag. Dark pages export theirs as
 * their viewport.
 */
export const themeColors = { light: "#f7f5f2", dark: "#100f0d" } as const;
