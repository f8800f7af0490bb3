import "server-only";
import { createResetLink } from "@/lib/auth/create-reset-link";
import { appContext, type Context } from "@/lib/context";
import { pool } from "@/lib/db/client";
import { presentLivestream } from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";
import { endLivestream } from "@/lib/show/end-livestream";
import { check } from "./check";
import { listAccounts } from "./list-accounts";
import { makeAdmin, makeSuperAdmin } from "./make-admin";

type Outcome = { lines: string[]; failed?: boolean };
type Command = {
  /** The name of its one argument; null if it takes none. */
  takes: string | null;
  does: string;
  run: (context: Context, argument: string, appUrl: string | null) => Promise<Outcome>;
};

const handleIn = (argument: string) => argument.replace(/^@/, "").toLowerCase();

const commands: Record<string, Command> = {
  "reset-password": {
    takes: "handle",
    does: "prints a link that sets a new password, once, within an hour",
    run: async (context, argument, appUrl) => {
      const { url } = await createResetLink(context, "operator", handleIn(argument));
      const wait = appUrl ? [] : ["Greenroom is not running: start it before you open the link."];
      return { lines: ["This link works once and expires after an hour:", url, ...wait] };
    },
  },
  "make-admin": {
    takes: "handle",
    does: "makes an account an admin of this installation",
    run: async (context, argument) => {
      await makeAdmin(context, handleIn(argument));
      return { lines: [`@${handleIn(argument)} is now an admin.`] };
    },
  },
  "make-super-admin": {
    takes: "handle",
    does: "makes an account the super admin; whoever was it becomes an admin",
    run: async (context, argument) => {
      await makeSuperAdmin(context, handleIn(argument));
      return { lines: [`@${handleIn(argument)} is now the super admin.`] };
    },
  },
  accounts: {
    takes: null,
    does: "lists every account with handle, name, email, role and sign-up date",
    run: async (context) => ({ lines: await listAccounts(context) }),
  },
  "end-show": {
    takes: "mint",
    does: "ends a livestream for everyone; the mint is the last part of its URL",
    run: async (context, mint) => {
      const { status, title } = await presentLivestream(context.db, mint);
      if (status === "ended" || status === "cancelled") {
        return { lines: [`“${title}” is already ${status}.`] };
      }
      await endLivestream(context, mint, { by: null });
      return { lines: [`“${title}” ${status === "live" ? "has ended" : "was cancelled"}.`] };
    },
  },
  check: {
    takes: null,
    does: "checks the installation",
    run: async (context, _, appUrl) => {
      const findings = await check(context, appUrl);
      const lines = findings.map(({ mark, words }) => `${mark.padEnd(5)}${words}.`);
      return { lines, failed: findings.some(({ mark }) => mark === "bad") };
    },
  },
};

const nameOf = ([name, { takes }]: [string, Command]) => (takes ? `${name} <${takes}>` : name);

export const usage = [
  "npm run greenroom -- <command>",
  ...Object.entries(commands).map((each) => `  ${nameOf(each).padEnd(26)}${each[1].does}`),
].join("\n");

/** @returns the problem with a command line; null if it can run */
export function complaintAbout([name = "", ...rest]: string[]): string | null {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return `There is no command “${name}”.`;
  if (rest.length === (command.takes ? 1 : 0)) return null;
  return `${name} takes ${command.takes ? `one ${command.takes}` : "nothing else"}.`;
}

/** Runs a command line that `complaintAbout` accepts. */
export async function runCommandLine(
  [name = "", argument = ""]: string[],
  appUrl: string | null,
): Promise<Outcome> {
  try {
    const command = commands[name];
    if (!command) throw new Error(`no command ${name}`);
    return await command.run(appContext(), argument, appUrl);
  } catch (error) {
    if (error instanceof Problem) return { lines: [error.message], failed: true };
    throw error;
  } finally {
    await pool().end();
  }
}
