import { beforeEach, expect, test, vi } from "vitest";
import journal from "@/lib/db/migrations/meta/_journal.json";
import { startDraining } from "@/lib/draining";
import { whyUnready } from "@/lib/readiness";

const newest = journal.entries.at(-1)?.when ?? Number.NaN;
const bus = vi.hoisted(() => ({ connected: true, migratedAt: 0 }));
vi.mock("@/lib/db/bus", () => ({
  isListening: () => bus.connected,
  migratedAt: () => bus.migratedAt,
}));

beforeEach(() => Object.assign(bus, { connected: true, migratedAt: newest }));

test("a process is ready with this version's migrations, or those of a newer one", () => {
  expect(whyUnready()).toBeNull();
  bus.migratedAt = newest + 1;
  expect(whyUnready()).toBeNull();
});

test("it is not ready with older migrations or without a connection for changes", () => {
  bus.migratedAt = newest - 1;
  expect(whyUnready()).toBe("database-not-migrated");
  bus.connected = false;
  expect(whyUnready()).toBe("database-unreachable");
});

test("a process that stops is not ready, whatever else", () => {
  startDraining();
  bus.connected = false;
  expect(whyUnready()).toBe("draining");
});
