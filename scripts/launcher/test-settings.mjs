import { parseSettings } from "../../lib/settings.mjs";
import { freePort } from "./services/ports.mjs";

export const testDataDir = ".data/test";

/**
 * The settings of the stack that the tests run on: nothing of the person's own, so that no test
 * ever writes to their database or their LiveKit. The tests' clients stand in for a reverse proxy,
 * so that hundreds of people do not all come from one address. All is logged that ever is: the tests
 * search it for secrets.
 */
export async function testSettings() {
  const port = await freePort("tcp", "127.0.0.1");
  return parseSettings({
    DATA_DIR: testDataDir,
    PORT: String(port),
    TRUST_PROXY: "1",
    LOG_LEVEL: "debug",
  });
}
