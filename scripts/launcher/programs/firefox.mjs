import { existsSync } from "node:fs";
import { print } from "../output.mjs";
import { findProgram, works } from "./debian-program.mjs";

const wanted = {
  name: "Firefox",
  commands: ["firefox-esr", "firefox"],
  debianPackage: "firefox-esr",
};
const macProgram = "/Applications/Firefox.app/Contents/MacOS/firefox";

/**
 * Finds Firefox for the tests, as it comes to people: no build of a test tool's own.
 * @returns {Promise<string | null>} its path; null where there is none and none can be installed
 */
export async function findFirefox() {
  if (existsSync(macProgram) && (await works(macProgram))) return macProgram;
  const found = await findProgram(wanted);
  if (!found) print("The tests in Firefox are skipped: install Firefox so that it is on the PATH.");
  return found;
}
