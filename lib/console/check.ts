import "server-only";
import { isFounded } from "@/lib/accounts/is-founded";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { readHealth } from "@/lib/health";
import { isMailSet, mailServerAnswers } from "@/lib/mail/send-mail";

export type Finding = { mark: "ok" | "note" | "bad"; words: string };

const loopback = ["localhost", "127.0.0.1", "[::1]"];

/** Checks what an administrator would look at first. `appUrl` is null while the app is stopped. */
export async function check(context: Context, appUrl: string | null): Promise<Finding[]> {
  const health = await readHealth(context);
  const { publicUrl } = env();
  const { protocol, hostname } = new URL(publicUrl);
  const secure = protocol === "https:" || loopback.includes(hostname);
  const answers = appUrl !== null && (await isHealthy(appUrl));
  const founded = health.database === "ok" && (await isFounded(context));
  return [
    finding(health.database === "ok", "The database answers", "The database does not answer"),
    finding(founded, "There is a super admin", "There is no super admin yet"),
    appUrl === null
      ? { mark: "note", words: "The app is not running: start it with npm start" }
      : finding(answers, `The app answers at ${appUrl}`, `The app does not answer at ${appUrl}`),
    appUrl === null && health.livekit !== "ok"
      ? { mark: "note", words: "LiveKit is not running" }
      : finding(health.livekit === "ok", "LiveKit answers", "LiveKit does not answer"),
    isMailSet()
      ? finding(
          await mailServerAnswers(),
          "The mail server answers",
          "The mail server does not answer",
        )
      : { mark: "note", words: "Mail is not set up: only an admin can reset a password" },
    finding(
      secure,
      `PUBLIC_URL is ${publicUrl}`,
      `PUBLIC_URL is ${publicUrl}: browsers block the camera on http pages of other machines`,
    ),
  ];
}

const finding = (ok: boolean, good: string, bad: string): Finding => ({
  mark: ok ? "ok" : "bad",
  words: ok ? good : bad,
});

const isHealthy = (url: string) =>
  fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
