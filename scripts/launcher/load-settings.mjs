import { join } from "node:path";
import { parseSettings } from "../../lib/settings.mjs";
import { readDotenv } from "./dotenv.mjs";
import { fromRoot, root } from "./paths.mjs";

/** The person's settings: the environment, and .env for what it does not set. */
export function loadSettings() {
  return parseSettings({ ...readDotenv(join(root, ".env")), ...process.env });
}

/** The folder that DATA_DIR names, whatever is wrong with the other settings. */
export function dataFolder() {
  return fromRoot(process.env.DATA_DIR || readDotenv(join(root, ".env")).DATA_DIR || ".data");
}
