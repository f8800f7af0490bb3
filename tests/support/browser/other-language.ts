import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser/types.js";
import type { Locator, Page } from "@playwright/test";
import { catalogues } from "@/lib/words/catalogues";
import type { Locale } from "@/lib/words/locales";

type Tree = { [key: string]: string | Tree };
type Message = { english: MessageFormatElement[]; other: MessageFormatElement[] };
/** The value of each placeholder, by name. */
type Filled = Record<string, string>;

const messages = (locale: Locale): Message[] =>
  pairs(catalogues.en, catalogues[locale]).map(([english, other]) => ({
    english: parse(english),
    other: parse(other),
  }));

function pairs(one: Tree, other: Tree): [string, string][] {
  return Object.entries(one).flatMap(([key, value]) => {
    const also = other[key];
    if (typeof value === "string") return typeof also === "string" ? [[value, also]] : [];
    return typeof also === "object" ? pairs(value, also) : [];
  });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A message as a pattern for what a page can show; known placeholders are filled in, others are open. */
function pattern(elements: MessageFormatElement[], blank: (name: string) => string): string {
  return elements.map((element) => part(element, blank)).join("");
}

function part(element: MessageFormatElement, blank: (name: string) => string): string {
  switch (element.type) {
    case TYPE.literal:
      return escaped(element.value);
    case TYPE.argument:
      return blank(element.value);
    case TYPE.tag:
      return pattern(element.children, blank);
    case TYPE.plural:
    case TYPE.select: {
      const ways = Object.values(element.options).map(({ value }) => pattern(value, blank));
      return `(?:${ways.join("|")})`;
    }
    default:
      return ".+?";
  }
}

function reading(elements: MessageFormatElement[]): RegExp {
  const seen = new Set<string>();
  const source = pattern(elements, (name) => {
    const group = name.replace(/\W/g, "_");
    if (seen.has(group)) return `\\k<${group}>`;
    seen.add(group);
    return `(?<${group}>.+?)`;
  });
  try {
    return new RegExp(`^${source}$`, "is");
  } catch {
    // A placeholder in several branches of a plural has no single place to be read from.
    return new RegExp(`^${pattern(elements, () => ".+?")}$`, "is");
  }
}

const filledIn = (elements: MessageFormatElement[], filled: Filled) =>
  pattern(elements, (name) => {
    const value = filled[name.replace(/\W/g, "_")];
    return value === undefined ? ".+?" : escaped(value);
  });

/** Translates words of the English pages into those another language has in their place. */
export class Interpreter {
  readonly #known: { reading: RegExp; plain: string; message: Message }[];

  constructor(locale: Locale) {
    this.#known = messages(locale)
      .map((message) => ({
        reading: reading(message.english),
        plain: pattern(message.english, () => "…").replace(/\\(.)/g, "$1"),
        message,
      }))
      // A message of placeholders only would match everywhere.
      .filter(({ plain }) => /[a-z]{2}/i.test(plain));
  }

  /** The words a person would look for instead; names and titles stay the same. */
  of(words: string | RegExp, exact = false): string | RegExp {
    const ways = words instanceof RegExp ? this.#matching(words) : this.#saying(words);
    if (ways.length === 0) return words;
    const any = [...new Set(ways)].join("|");
    if (words instanceof RegExp) return new RegExp(`${words.source}|${any}`, words.flags);
    return exact ? new RegExp(`^(?:${any})$`) : new RegExp(any, "i");
  }

  #saying(words: string): string[] {
    const whole = this.#known.flatMap(({ reading, message }) => {
      const found = reading.exec(words);
      return found ? [filledIn(message.other, found.groups ?? {})] : [];
    });
    if (whole.length > 0) return whole;
    return this.#known
      .filter(({ plain }) => plain.includes(words))
      .map(({ message }) => filledIn(message.other, {}));
  }

  #matching(words: RegExp): string[] {
    return this.#known
      .filter(({ plain }) => words.test(plain))
      .map(({ message }) => filledIn(message.other, {}));
  }
}

type Finder = Record<string, (...asked: never[]) => unknown>;

/**
 * Makes every lookup by English words on this page use the page's own language, so that the same
 * personas work in both.
 */
export function interpret(page: Page, interpreter: Interpreter): void {
  const places = [Object.getPrototypeOf(page), Object.getPrototypeOf(page.locator("html"))];
  for (const place of places as (Finder & { interpreted?: true })[]) {
    if (Object.hasOwn(place, "interpreted")) continue;
    Object.defineProperty(place, "interpreted", { value: true });
    for (const name of ["getByText", "getByLabel", "getByPlaceholder", "getByTitle"]) {
      const find = place[name] as (
        words: string | RegExp,
        options?: { exact?: boolean },
      ) => Locator;
      place[name] = function (
        this: unknown,
        words: string | RegExp,
        options?: { exact?: boolean },
      ) {
        return find.call(this, interpreter.of(words, options?.exact), options);
      };
    }
    const byRole = place.getByRole as Page["getByRole"];
    place.getByRole = function (this: Page, ...[role, options]: Parameters<Page["getByRole"]>) {
      const name = options?.name && interpreter.of(options.name, options.exact);
      return byRole.call(this, role, { ...options, name });
    };
  }
}
