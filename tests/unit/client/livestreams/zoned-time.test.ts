import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantAt, ownTimeZone, timeZones, wallTime } from "@/lib/client/livestreams/zoned-time";

const at = (wall: string, zone: string) => instantAt(wall, zone)?.toISOString();

describe("a clock in Berlin", () => {
  const zone = "Europe/Berlin";
  test("is an hour ahead in winter and two in summer", () => {
    expect(at("2026-01-15T20:00", zone)).toBe("2026-01-15T19:00:00.000Z");
    expect(at("2026-07-15T20:00", zone)).toBe("2026-07-15T18:00:00.000Z");
  });

  test("on the day of a clock change, before and after", () => {
    expect(at("2026-03-29T01:59", zone)).toBe("2026-03-29T00:59:00.000Z");
    expect(at("2026-03-29T03:00", zone)).toBe("2026-03-29T01:00:00.000Z");
    expect(at("2026-10-25T01:59", zone)).toBe("2026-10-24T23:59:00.000Z");
    expect(at("2026-10-25T03:00", zone)).toBe("2026-10-25T02:00:00.000Z");
  });

  test("the hour that is skipped is an hour later, and the hour that repeats is the first", () => {
    expect(at("2026-03-29T02:30", zone)).toBe("2026-03-29T01:30:00.000Z");
    expect(at("2026-10-25T02:30", zone)).toBe("2026-10-25T00:30:00.000Z");
  });
});

test("half hours, and both sides of the date line", () => {
  expect(at("2026-06-01T12:00", "Asia/Kolkata")).toBe("2026-06-01T06:30:00.000Z");
  expect(at("2026-06-01T12:00", "Pacific/Kiritimati")).toBe("2026-05-31T22:00:00.000Z");
  expect(at("2026-06-01T12:00", "Pacific/Pago_Pago")).toBe("2026-06-01T23:00:00.000Z");
});

test("an invalid time is null", () => {
  for (const typed of ["", "soon", "2026-13-40T"]) {
    expect(instantAt(typed, "Europe/Berlin"), typed).toBeNull();
  }
  expect(wallTime(null, "Europe/Berlin")).toBe("");
});

test("converting there and back returns the start, in every zone at every minute", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  const minutes = fc.integer({ min: 0, max: 40 * 366 * 24 * 60 });
  fc.assert(
    fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
      const instant = new Date(Date.UTC(2010, 0, 1) + minute * 60_000).toISOString();
      const wall = wallTime(instant, zone);
      // An hour that repeats has two instants, of which the form means the first.
      expect(wallTime(at(wall, zone) ?? null, zone)).toBe(wall);
    }),
  );
});

test("zones have their current names, the reader's own first", () => {
  const zones = timeZones("Europe/Berlin");
  expect(zones[0]).toBe(ownTimeZone());
  expect(new Set(zones).size).toBe(zones.length);
  for (const name of ["Asia/Kolkata", "Europe/Kyiv", "Asia/Ho_Chi_Minh", "America/Nuuk", "UTC"]) {
    expect(zones).toContain(name);
  }
  for (const name of ["Asia/Calcutta", "Europe/Kiev", "Asia/Saigon", "America/Godthab"]) {
    expect(zones).not.toContain(name);
  }
});
