import { expect } from "vitest";
import type { RoomToken } from "@/lib/contracts/tokens";
import type { Answer } from "./client";
import { server } from "./server";

/** Expects a token for this server and nothing more, which no cache may store. */
export function expectRoomToken(answer: Answer): string {
  expect(answer.status, answer.text.slice(0, 120)).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const { token, url, ...more } = answer.body as RoomToken;
  expect(more).toEqual({});
  expect(url).toBe(server.url.replace(/^http/, "ws"));
  return token;
}
