/** In this order: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari. */
const browsers: [RegExp, string][] = [
  [/\bEdg(?:A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bVersion\/.*\bSafari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

const nameIn = (names: [RegExp, string][], text: string) =>
  names.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/**
 * What a User-Agent header says about a device. Programs name themselves first, as in "curl/8.5.0".
 * It is the client's own text: for recognizing a device, never for deciding anything.
 */
export function deviceOf(userAgent: string | null): {
  program: string | null;
  system: string | null;
} {
  const text = userAgent ?? "";
  const browser = nameIn(browsers, text);
  const first = /^[\w.-]{1,30}/.exec(text)?.[0] ?? null;
  const program = browser ?? (first === "Mozilla" ? null : first);
  return { program, system: nameIn(systems, text) };
}
