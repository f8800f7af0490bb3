import { expect, test } from "vitest";
import type { Standing } from "@/lib/participants/entry";
import { onStageFirst } from "@/lib/show/on-stage-first";

const someone = {
  hidden: true,
  removed: false,
  banned: false,
  signedOut: false,
  revokedBefore: null,
  featured: false,
  sources: null,
  guestStatus: null,
  place: null,
  streaming: false,
  linked: false,
  membership: null,
  livestreamStatus: "live",
  visibility: "public",
} as const;
const viewer: Standing = { ...someone, role: "viewer" };
const host: Standing = { ...someone, role: "host", membership: "creator", hidden: false };
const guest: Standing = { ...someone, role: "guest", guestStatus: "admitted", place: "stage" };

const standings: Record<string, Standing> = {
  viewer,
  waiting: { ...guest, guestStatus: "waiting", place: null },
  coHost: { ...host, membership: "host" },
  backstage: { ...guest, place: "backstage" },
  onStage: guest,
  featured: { ...viewer, hidden: false, featured: true },
  formerHost: { ...host, membership: null },
};

test("hosts, guests on stage and featured viewers are updated before an audience that only watches", () => {
  const room = { kind: "stage", mint: "show" } as const;
  const present = [...Object.keys(standings), "stranger"].map((name) => ({ room, name }));
  const ordered = onStageFirst(present, ({ name }) => standings[name] ?? null);
  expect(ordered.map(({ name }) => name)).toEqual([
    ...["coHost", "onStage", "featured"],
    ...["viewer", "waiting", "backstage", "formerHost", "stranger"],
  ]);
});
