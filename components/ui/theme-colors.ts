/** `--canvas` of each theme in the form that a `theme-color` meta tag takes. A dark page exports it as its viewport. */
export const themeColors = { light: "#f7f5f2", dark: "#100f0d" } as const;
