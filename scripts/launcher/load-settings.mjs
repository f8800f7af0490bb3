import { join } from "node:path";
import { parseSettings } from "../../lib/settings.mjs";
import { readDotenv } from "./dotenv.mjs";
import { root } from "./paths.mjs";

/** The person's settings: the environment, and .env for what it does not set. */
export function loadSettings() {
  return parseSettings({ ...readDotenv(join(root, ".env")), ...process.env });
}
