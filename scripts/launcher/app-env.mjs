import { settingsTable } from "../../lib/settings-table.mjs";

/** @typedef {import("../../lib/settings.mjs").Settings} Settings */

/**
 * The app's environment: every setting with its final value. A setting without a value is passed as
 * an empty string, since Next reads .env too and would fill the gap from there.
 * @param {Settings} settings
 * @param {{ dev: boolean, distDir: string }} options
 */
export function appEnv(settings, { dev, distDir }) {
  const own = Object.entries(settingsTable).map(([key, { name, kind }]) => {
    const value = settings[/** @type {keyof Settings} */ (key)];
    // A retention's null is a value: an empty one would become the default number of days.
    const none = kind.parse("forever") === null ? "forever" : "";
    return [name, value === null ? none : String(value)];
  });
  return {
    ...process.env,
    ...Object.fromEntries(own),
    NODE_ENV: dev ? "development" : "production",
    NEXT_DIST_DIR: distDir,
    NEXT_TELEMETRY_DISABLED: "1",
    NEXTAUTH_URL: settings.publicUrl,
    NEXTAUTH_SECRET: settings.sessionSecret ?? "",
  };
}
