import { spawn } from "node:child_process";
import { once } from "node:events";
import { until } from "../api/until";

export type Program = {
  /** Everything it has written. */
  said: () => string;
  /** Ends it without a warning. */
  kill: () => Promise<void>;
};

type Start = {
  command: string;
  args: string[];
  env?: Record<string, string>;
  isReady: (said: string) => unknown;
};

/** Starts a program of one of the machines, with no other settings than these. */
export async function startProgram({ command, args, env, isReady }: Start): Promise<Program> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(command, args, { env: { PATH, HOME, NODE_ENV: "production", ...env } });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => said.push(String(chunk)));
  }
  const ended = once(child, "exit");
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  await until(`${command} is ready`, () => {
    if (child.exitCode !== null) throw new Error(`${command} ended: ${said.join("")}`);
    return isReady(said.join(""));
  }).catch(async (error) => {
    await kill();
    throw new Error(`${error}\n${said.join("")}`);
  });
  return { said: () => said.join(""), kill };
}
