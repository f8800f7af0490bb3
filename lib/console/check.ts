import "server-only";
import { isFounded } from "@/lib/accounts/is-founded";
import type { Context } from "@/lib/context";
import type { Verdict } from "@/lib/contracts/admin/server";
import { runChecks } from "@/lib/diagnostics/checks";

export type Line = { mark: "ok" | "note" | "warn" | "bad"; words: string };

const markOf = {
  ok: "ok",
  "not-configured": "note",
  warning: "warn",
  failed: "bad",
} as const satisfies Record<Verdict, Line["mark"]>;

/**
 * The checks of the page This server, and those that only the command line can make. `appUrl` is null
 * while the app is stopped.
 */
export async function check(context: Context, appUrl: string | null): Promise<Line[]> {
  const findings = await runChecks(context, { proxies: null });
  const founded = await isFounded(context).catch(() => false);
  return [
    await appLine(appUrl),
    line(founded, "There is a super admin.", "There is no super admin yet."),
    ...findings.map(({ code, verdict, detail }): Line => {
      const stopped = appUrl === null && code === "livekit-silent";
      return { mark: stopped ? "note" : markOf[verdict], words: detail };
    }),
  ];
}

const line = (ok: boolean, good: string, bad: string): Line => ({
  mark: ok ? "ok" : "bad",
  words: ok ? good : bad,
});

async function appLine(url: string | null): Promise<Line> {
  if (url === null) {
    return { mark: "note", words: "The app is not running: start it with npm start." };
  }
  const words = await whyUnready(url);
  return line(words === null, `The app answers at ${url}.`, words ?? "");
}

/** As a sentence; null if it is ready. */
export async function whyUnready(url: string): Promise<string | null> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) });
    const { ready, reason = answer.status } = await answer.json();
    return ready === true ? null : `The app answers but isn’t ready: ${reason}.`;
  } catch {
    return `The app isn’t responding at ${url}.`;
  }
}
