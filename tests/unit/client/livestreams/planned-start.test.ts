import { expect, test } from "vitest";
import { plannedStart } from "@/lib/client/livestreams/planned-start";

const now = new Date("2030-06-01T12:00:00Z");
const zone = "Europe/Berlin";

test("an empty field is no planned start", () => {
  expect(plannedStart("", zone, now)).toEqual({ name: "none" });
});

test("the typed time is the clock's in the chosen time zone", () => {
  const typed = "2030-06-02T20:15";
  expect(plannedStart(typed, zone, now)).toEqual({
    name: "at",
    instant: "2030-06-02T18:15:00.000Z",
  });
  expect(plannedStart(typed, "Asia/Tokyo", now)).toEqual({
    name: "at",
    instant: "2030-06-02T11:15:00.000Z",
  });
});

test("a time in the past is refused, and half a date", () => {
  expect(plannedStart("2030-05-01T20:15", zone, now)).toEqual({ name: "wrong", because: "past" });
  expect(plannedStart("2030-13-40T", zone, now)).toEqual({ name: "wrong", because: "no-time" });
});
