import fc from "fast-check";
import { expect, test } from "vitest";
import { readTarget } from "@/lib/server/raw-path";

const same: [string, string][] = [
  ["/%72tc", "/rtc"],
  ["/w%61tch/x/page/y", "/watch/x/page/y"],
  ["/%40ada", "/@ada"],
  ["/a%2fb", "/a%2Fb"],
  ["/rtc/..%2ftwirp", "/rtc/..%2Ftwirp"],
  ["/%e2%82%ac", "/%E2%82%AC"],
  ["/watch/x/", "/watch/x/"],
];
for (const [written, read] of same) {
  test(`${written} is read as ${read}`, () => {
    expect(readTarget(`${written}?a=%72`)).toEqual({ pathname: read, search: "?a=%72" });
  });
}

const refused = {
  "no path": ["", "*", "rtc", "http://localhost/rtc", "?a=1"],
  "invalid escapes": ["/%E0%A4%A", "/@100%", "/livestreams/%ff", "/%", "/%zz"],
  "characters that are invalid in a request target": ["/a b", "/\u00e9", "/a#b", "/a\\b", "/a\tb"],
  "NUL and other controls": ["/a%00b", "/a%0ab", "/?q=%00"],
  "dot segments": ["/rtc/../twirp", "/rtc/%2e%2e/twirp", "/rtc/.%2e", "/."],
  "empty segments": ["//twirp", "/rtc//twirp", "///"],
};
for (const [what, targets] of Object.entries(refused)) {
  test(`a target with ${what} is refused`, () => {
    for (const target of targets) expect(readTarget(target), target).toBeNull();
  });
}

test("reading a path again gives the same path, with the same meaning", () => {
  const segment = fc.string({ unit: "grapheme", minLength: 1 });
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), (segments) => {
      const written = `/${segments.map(encodeURIComponent).join("/")}`;
      const read = readTarget(written);
      fc.pre(read !== null);
      expect(readTarget(read.pathname)).toEqual(read);
      expect(decodeURIComponent(read.pathname)).toBe(decodeURIComponent(written));
    }),
  );
});

test("every unreserved character has one spelling", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w~-]{1,20}$/), fc.nat(), (text, at) => {
      const index = at % text.length;
      const hex = text.charCodeAt(index).toString(16);
      const spelt = `/${text.slice(0, index)}%${hex}${text.slice(index + 1)}`;
      expect(readTarget(spelt)?.pathname).toBe(`/${text}`);
    }),
  );
});
