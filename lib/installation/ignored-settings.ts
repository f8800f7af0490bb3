import "server-only";
import { isDeepStrictEqual } from "node:util";
import { db } from "@/lib/db/client";
import { type Env, env } from "@/lib/env";
import { log } from "@/lib/log";
import { settingsTable } from "@/lib/settings-table.mjs";
import { firstValues, type Installation, readInstallation } from "./read-installation";

/**
 * The environment's variables that are not at their default and differ from the settings in the database, which count.
 */
export function ignoredSettings(given: Env, settings: Installation): string[] {
  return Object.entries(firstValues(given)).flatMap(([field, value]) => {
    const key = field === "name" ? "installationName" : (field as keyof typeof settingsTable);
    const { name, fallback, kind } = settingsTable[key];
    const byDefault = fallback === "" ? [] : kind.parse(fallback);
    const counts = settings[field as keyof Installation];
    return isDeepStrictEqual(value, byDefault) || isDeepStrictEqual(value, counts) ? [] : [name];
  });
}

/** Logs them: lowering a retention or closing sign-up in the environment has no effect. */
export async function warnOfIgnoredSettings(): Promise<void> {
  const names = ignoredSettings(env(), await readInstallation(db()));
  if (names.length === 0) return;
  log.warn(
    `${names.join(", ")}: ignored, because the settings in the database differ. Change them under Admin, Settings`,
  );
}
