import { expect, test } from "vitest";
import { plannedStart } from "@/lib/client/planned-start";

const now = new Date("2030-06-01T12:00:00Z");

test("nothing typed is no planned start", () => {
  expect(plannedStart("", now)).toEqual({ name: "none" });
});

test("what is typed is in the reader's own time zone", () => {
  const typed = "2030-06-02T20:15";
  const instant = new Date(2030, 5, 2, 20, 15).toISOString();
  expect(plannedStart(typed, now)).toEqual({ name: "at", instant });
});

test("a time that has passed is refused", () => {
  expect(plannedStart("2030-05-01T20:15", now).name).toBe("wrong");
});

test("half a date is refused", () => {
  expect(plannedStart("2030-13-40T", now).name).toBe("wrong");
});
