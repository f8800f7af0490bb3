import { describe, expect, test } from "vitest";
import { sameSitePath } from "@/lib/client/browser/same-site-path";

describe("sameSitePath", () => {
  test.each(["/", "/studio", "/watch/abc123?t=1#chat", "/studio/a b"])(
    "continues to %s",
    (next) => {
      expect(sameSitePath(next)).toBe(next.replace(" ", "%20"));
    },
  );

  test.each([
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n//evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "studio",
    "",
    null,
    undefined,
  ])("stays on this site for %j", (next) => {
    expect(sameSitePath(next, "/home")).toBe("/home");
  });
});
