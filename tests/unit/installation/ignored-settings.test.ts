import { expect, test } from "vitest";
import type { Env } from "@/lib/env";
import { ignoredSettings } from "@/lib/installation/ignored-settings";
import { firstValues, type Installation } from "@/lib/installation/read-installation";
import { parseSettings } from "@/lib/settings.mjs";
import { appEnv } from "@/scripts/launcher/app-env.mjs";

const envOf = (given: Record<string, string>) => parseSettings(given) as Env;
const inDatabase = (given: Record<string, string>) => firstValues(envOf(given)) as Installation;

test("variables that differ from the settings in the database are named", () => {
  const given = { INSTALLATION_NAME: "Ours", SIGN_UP: "closed", KEEP_PEOPLE_DAYS: "30" };
  expect(ignoredSettings(envOf(given), inDatabase({ INSTALLATION_NAME: "Ours" }))).toEqual([
    "SIGN_UP",
    "KEEP_PEOPLE_DAYS",
  ]);
  expect(ignoredSettings(envOf(given), inDatabase(given))).toEqual([]);
});

test("variables that are not set, or as by default, are not named", () => {
  const changed = {
    ...{ SIGN_UP: "domains", SIGN_UP_DOMAINS: "example.com" },
    KEEP_CHAT_DAYS: "7",
  };
  expect(ignoredSettings(envOf({}), inDatabase(changed))).toEqual([]);
  expect(ignoredSettings(envOf({ SIGN_UP: "open" }), inDatabase(changed))).toEqual([]);
});

test("a retention of forever reaches the app as such", () => {
  const settings = parseSettings({ KEEP_PEOPLE_DAYS: "forever", KEEP_EVENTS_DAYS: "7" });
  const passed = parseSettings(appEnv(settings, { dev: false, distDir: ".next" }));
  expect(passed).toMatchObject({ keepPeopleDays: null, keepEventsDays: 7, keepChatDays: null });
});
