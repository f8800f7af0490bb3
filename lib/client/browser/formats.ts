// Creating a browser's first formatter takes about 20 ms, and each further one takes longer than
// formatting.
const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function keep<F extends Intl.DateTimeFormat | Intl.NumberFormat>(
  key: [kind: "date" | "number", locale: string, options: object],
  make: () => F,
): F {
  const name = JSON.stringify(key);
  const made = (kept.get(name) as F | undefined) ?? make();
  kept.set(name, made);
  return made;
}

export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  keep(["date", locale, options], () => new Intl.DateTimeFormat(locale, options));

export const numberFormat = (locale: string, options: Intl.NumberFormatOptions) =>
  keep(["number", locale, options], () => new Intl.NumberFormat(locale, options));
