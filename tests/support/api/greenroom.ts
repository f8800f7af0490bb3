import { execFile } from "node:child_process";
import { testDataDir } from "@/scripts/launcher/test-settings.mjs";

type Ended = { code: number; out: string; err: string };

/** Runs a command of an administrator with no settings besides the data folder and those given. */
export function greenroom(
  args: string[],
  dataDir = testDataDir,
  settings: Record<string, string> = {},
): Promise<Ended> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, DATA_DIR: dataDir, ...settings } as unknown as NodeJS.ProcessEnv;
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/greenroom.mjs", ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}
