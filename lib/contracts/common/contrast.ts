/** The least contrast of text, and of shapes that carry a meaning (WCAG 2.2, 1.4.3 and 1.4.11). */
export const textContrast = 4.5;
export const shapeContrast = 3;

/** A channel's part of the light, from its hexadecimal digits. */
function linear(digits: string): number {
  const value = Number.parseInt(digits, 16) / 255;
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = (colour: string): number =>
  0.2126 * linear(colour.slice(1, 3)) +
  0.7152 * linear(colour.slice(3, 5)) +
  0.0722 * linear(colour.slice(5, 7));

/** The contrast ratio of two colours as `#rrggbb`, from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The wanted colour if text in it is readable on this ground, otherwise black or white: one of them always is. */
export function readableOn(ground: string, wanted: string | null): string {
  if (wanted && contrast(ground, wanted) >= textContrast) return wanted;
  return contrast(ground, "#ffffff") >= contrast(ground, "#000000") ? "#ffffff" : "#000000";
}
