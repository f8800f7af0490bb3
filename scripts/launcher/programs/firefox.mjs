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
 * Finds a regular Firefox for the tests, not a test tool's own build.
 * @returns {Promise<string | null>} its path; null if it is missing and cannot be installed
 */
export async function findFirefox() {
  if (existsSync(macProgram) && (await works(macProgram))) return macProgram;
  const found = await findProgram(wanted);
  if (!found) print("Skipping the Firefox tests. To run them, install Firefox on the PATH.");
  return found;
}
