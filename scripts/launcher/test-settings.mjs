import { parseSettings } from "../../lib/settings.mjs";
import { freePort } from "./services/ports.mjs";

export const testDataDir = ".data/test";

/**
 * Settings of the stack that the tests run on. They ignore the user's own settings, so that no test
 * writes to their database or LiveKit. The tests' clients act as a reverse proxy, so that hundreds of
 * people do not share one address. The log level is debug, because the tests search the logs for
 * secrets.
 */
export async function testSettings() {
  const port = await freePort("tcp", "127.0.0.1");
  return parseSettings({
    DATA_DIR: testDataDir,
    PORT: String(port),
    TRUST_PROXY: "1",
    // Some tests read counters that each process keeps in its own memory.
    APP_PROCESSES: "1",
    LOG_LEVEL: "debug",
  });
}
