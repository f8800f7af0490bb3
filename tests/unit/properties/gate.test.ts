import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeConnect, tokenOfConnect } from "@/lib/mirror/gate";
import { takeOwnSettings } from "@/tests/support/unit/settings";

takeOwnSettings();

describe("the token that the gate checks", () => {
  const value = fc.stringMatching(/^[!-~ ]{0,40}$/);

  test("is read from any URL and header without throwing, and contains no space from a header", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.option(value), (query, authorization) => {
        const token = tokenOfConnect(authorization, new URLSearchParams(query));
        if (authorization && token !== null) expect(token).toMatch(/^\S+$/);
      }),
    );
  });

  test("is never the query's if there is a header: LiveKit would not look there", () => {
    const header = fc.oneof(
      value,
      value.map((text) => `Bearer ${text}`),
    );
    fc.assert(
      fc.property(header, (authorization) => {
        fc.pre(authorization !== "");
        const search = new URLSearchParams({ access_token: "\u0000the query's" });
        expect(tokenOfConnect(authorization, search)).not.toBe("\u0000the query's");
      }),
    );
  });
});

test("the gate admits no token that our key did not sign, and does not query the database about it", async () => {
  const untouched = new Proxy({} as Parameters<typeof judgeConnect>[0], {
    get: (_, name) => {
      if (name === "db") return undefined;
      throw new Error(`the gate accessed ${String(name)}`);
    },
  });
  const word = fc.base64String({ maxLength: 60 });
  const jwt = fc.tuple(word, word, word).map((parts) => parts.join("."));
  await fc.assert(
    fc.asyncProperty(fc.oneof(jwt, fc.string({ unit: "binary" })), async (token) => {
      const verdict = await judgeConnect(untouched, { token, search: new URLSearchParams() });
      expect(verdict).toEqual({ admitted: false, why: "invalid-token" });
    }),
  );
});
