import "server-only";
import { changeRole, makeSuperAdmin } from "@/lib/admin/change-role";
import { createResetLink } from "@/lib/auth/create-reset-link";
import { appContext, type Context } from "@/lib/context";
import { forceEnd } from "@/lib/contracts/admin/livestreams";
import { pool } from "@/lib/db/client";
import { Problem } from "@/lib/problem";
import { forceEndLivestream } from "@/lib/show/force-end-livestream";
import { accountLines } from "./account-lines";
import { check } from "./check";

type Outcome = { lines: string[]; failed?: boolean };
type Usage = {
  /** The names of its arguments. */
  takes: readonly string[];
  does: string;
};
type Command = Usage & {
  run: (context: Context, given: string[], appUrl: string | null) => Promise<Outcome>;
};

const handleIn = ([argument = ""]: string[]) => argument.replace(/^@/, "").toLowerCase();

const commands: Record<string, Command> = {
  "reset-password": {
    takes: ["handle"],
    does: "prints a link that sets a new password, once, within an hour",
    run: async (context, given, appUrl) => {
      const { url } = await createResetLink(context, "operator", handleIn(given));
      const wait = appUrl ? [] : ["Greenroom is not running: start it before you open the link."];
      return { lines: ["This link works once and expires after an hour:", url, ...wait] };
    },
  },
  "make-admin": {
    takes: ["handle"],
    does: "makes an account an admin of this installation",
    run: async (context, given) => {
      const handle = handleIn(given);
      await changeRole(context, "operator", { handle, role: "admin" });
      return { lines: [`@${handle} is now an admin.`] };
    },
  },
  "make-super-admin": {
    takes: ["handle"],
    does: "makes an account the super admin; whoever was it becomes an admin",
    run: async (context, given) => {
      const handle = handleIn(given);
      await makeSuperAdmin(context, handle);
      return { lines: [`@${handle} is now the super admin.`] };
    },
  },
  accounts: {
    takes: [],
    does: "lists every account with handle, name, email, role and sign-up date",
    run: async (context) => ({ lines: await accountLines(context) }),
  },
  "end-show": {
    takes: ["mint", "reason"],
    does: "ends a livestream for everyone; its hosts see the reason",
    run: async (context, [mint = "", given = ""]) => {
      const reason = forceEnd.body.safeParse({ reason: given }).data?.reason;
      if (!reason) return { lines: ["The reason must have 1 to 200 characters."], failed: true };
      const ended = await forceEndLivestream(context, "operator", { mint, reason });
      const { title, status } = ended;
      return { lines: [`“${title}” ${status === "ended" ? "has ended" : "was cancelled"}.`] };
    },
  },
  check: {
    takes: [],
    does: "checks the installation",
    run: async (context, _, appUrl) => {
      const checked = await check(context, appUrl);
      const lines = checked.map(({ mark, words }) => `${mark.padEnd(5)}${words}`);
      return { lines, failed: checked.some(({ mark }) => mark === "bad") };
    },
  },
};

/** Commands that the launcher runs, because they need the data folder without the app. */
const launcherCommands: Record<string, Usage> = {
  backup: {
    takes: ["file"],
    does: "saves everything in a new file, or in a folder under the time",
  },
  restore: { takes: ["file"], does: "restores a backup into an empty installation" },
  "change-keys": { takes: [], does: "generates new keys; the current ones stay valid" },
};
const usages: Record<string, Usage> = { ...commands, ...launcherCommands };

const nameOf = ([name, { takes }]: [string, Usage]) =>
  [name, ...takes.map((each) => `<${each}>`)].join(" ");

export const usage = [
  "npm run greenroom -- <command>",
  ...Object.entries(usages).map((each) => `  ${nameOf(each).padEnd(26)}${each[1].does}`),
].join("\n");

/** @returns the problem with a command line; null if it can run */
export function complaintAbout([name = "", ...rest]: string[]): string | null {
  const command = Object.hasOwn(usages, name) ? usages[name] : undefined;
  if (!command) return `There is no command “${name}”.`;
  if (rest.length === command.takes.length) return null;
  const wanted = command.takes.map((each) => `one ${each}`).join(" and ");
  return `${name} takes ${wanted || "nothing else"}.`;
}

/** Whether a command line is one that only the launcher can run. */
export const needsLauncher = ([name = ""]: string[]): boolean =>
  Object.hasOwn(launcherCommands, name);

/** Runs a command line that `complaintAbout` accepts, unless it needs the launcher. */
export async function runCommandLine(
  [name = "", ...given]: string[],
  appUrl: string | null,
): Promise<Outcome> {
  try {
    const command = commands[name];
    if (!command) throw new Error(`no command ${name}`);
    return await command.run(appContext(), given, appUrl);
  } catch (error) {
    if (error instanceof Problem) return { lines: [error.message], failed: true };
    throw error;
  } finally {
    await pool().end();
  }
}
