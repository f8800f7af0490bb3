import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as auth from "@/lib/contracts/auth";
import * as chat from "@/lib/contracts/chat";
import type { Endpoint } from "@/lib/contracts/endpoint";
import * as guests from "@/lib/contracts/guests";
import * as livestreams from "@/lib/contracts/livestreams";
import * as tokens from "@/lib/contracts/tokens";

const contracts = fileURLToPath(new URL("../../../lib/contracts", import.meta.url));
const app = fileURLToPath(new URL("../../../app", import.meta.url));

/** Routes whose body or answer is not ours to describe, each with the reason. */
const withoutContract: Record<string, string> = {
  "/api/auth/{nextauth}": "next-auth's own door: it says what goes in and out",
  "/livekit/webhook": "LiveKit says what it sends, and signs its bytes",
  "/livekit/authorize": "a reverse proxy asks by status alone",
  "/healthz": "for monitors; two words",
  "/api/{unknown}": "what is nowhere else, refused in the API's words",
  "/auth/{unknown}": "what is nowhere else, refused in the API's words",
  "/livekit/{unknown}": "what is nowhere else, refused in the API's words",
  "/livestreams/{mint}/{unknown}": "what is nowhere else, refused in the API's words",
  [livestreams.livestreamEventsPath]: "a stream: its frames have the contract, not its whole",
};

const declared = [auth, chat, guests, livestreams, tokens]
  .flatMap((each) => Object.values(each) as unknown[])
  .filter((each): each is Endpoint => typeof each === "object" && each !== null && "path" in each);

const served = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts"))
  .map((file) => pathOf(file))
  .sort();

/** The URL of a route file: groups in parentheses are not part of it, parameters are in braces. */
function pathOf(file: string): string {
  const parts = file.split(/[\\/]/).slice(0, -1);
  const named = parts.filter((part) => !/^\(.*\)$/.test(part));
  return `/${named.map((part) => part.replace(/^\[(?:\.\.\.)?(\w+)\]$/, "{$1}")).join("/")}`;
}

test("every file of contracts is looked at here", () => {
  const looked = ["auth.ts", "chat.ts", "guests.ts", "livestreams.ts", "tokens.ts"];
  const shared = ["endpoint.ts", "fields.ts", "limits.ts"];
  expect(readdirSync(contracts).sort()).toEqual([...looked, ...shared].sort());
});

for (const path of served) {
  test(`${path} has a contract, or a reason to have none`, () => {
    const has = declared.some((endpoint) => endpoint.path === path);
    expect(has !== Object.hasOwn(withoutContract, path)).toBe(true);
  });
}

test("every contract is served, and every exception is still a route", () => {
  const paths = new Set(served);
  const promised = [...declared.map(({ path }) => path), ...Object.keys(withoutContract)];
  expect(promised.filter((path) => !paths.has(path))).toEqual([]);
});

test("no two contracts are the same call", () => {
  const calls = declared.map(({ method, path }) => `${method} ${path}`);
  expect(calls.length).toBe(new Set(calls).size);
});

test("a method that is served is one of the contract's, by the file's own exports", () => {
  const files = readdirSync(app, { recursive: true, encoding: "utf8" });
  for (const file of files.filter((each) => each.endsWith("route.ts"))) {
    const path = pathOf(file);
    if (Object.hasOwn(withoutContract, path)) continue;
    const source = readFileSync(`${app}/${file}`, "utf8");
    const exported = [...source.matchAll(/^export const (GET|POST|PUT|PATCH|DELETE)\b/gm)];
    const methods = exported.map(([, method]) => method).sort();
    const wanted = declared.filter((each) => each.path === path).map(({ method }) => method);
    expect(methods, path).toEqual(wanted.sort());
  }
});
