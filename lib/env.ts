import "server-only";
import { parseSettings, type Settings, SettingsError } from "./settings.mjs";
import { settingsTable } from "./settings-table.mjs";

const needed = [
  "databaseUrl",
  "livekitUrl",
  "livekitApiKey",
  "livekitApiSecret",
  "sessionSecret",
  "apiJwtSecret",
  "inviteKey",
] as const;

type Needed = (typeof needed)[number];

export type Env = Omit<Settings, Needed> & { readonly [K in Needed]: NonNullable<Settings[K]> };

function requireAll(settings: Settings): Env {
  const missing = needed.filter((key) => settings[key] === null);
  if (missing.length > 0) {
    const names = missing.map((key) => settingsTable[key].name).join(", ");
    throw new SettingsError(`The app needs ${names}. npm start sets them.`);
  }
  return settings as Env;
}

let parsed: Env | undefined;

/** The app's settings, parsed on first call so that builds need none of them. */
export function env(): Env {
  parsed ??= requireAll(parseSettings(process.env));
  return parsed;
}
