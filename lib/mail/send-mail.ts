import "server-only";
import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { once } from "@/lib/once";
import { Problem } from "@/lib/problem";

export type Mail = { to: string; subject: string; text: string };

/** No step of a delivery, such as connecting or waiting for an answer, may take longer. */
const stepMs = 10_000;
const connectionsAtOnce = 5;
const loopback = ["localhost", "127.0.0.1", "[::1]"];

/** Whether this installation sends mail. */
export const isMailSet = (): boolean => env().smtpUrl !== null;

export function requireMail(): void {
  if (!isMailSet()) throw new Problem("mail-not-set", "This server doesn’t send email.");
}

const transport = () =>
  once("mail", () => {
    const url = env().smtpUrl ?? "";
    const { hostname, searchParams } = new URL(url);
    return createTransport({
      url,
      pool: true,
      maxConnections: connectionsAtOnce,
      // Links that open an account never cross a network in the clear.
      requireTLS: !loopback.includes(hostname) && searchParams.get("ignoreTLS") !== "true",
      connectionTimeout: stepMs,
      greetingTimeout: stepMs,
      socketTimeout: stepMs,
      dnsTimeout: stepMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  });

/** The mail server could not be reached or refused the message. */
class MailFailure extends Error {
  /** Keeps the code alone: the server's own words may quote the recipient or the message. */
  constructor(cause: unknown) {
    const { code, responseCode } = cause as { code?: unknown; responseCode?: unknown };
    super([code, responseCode].filter(Boolean).join(" ") || "unknown");
    this.name = "MailFailure";
  }
}

async function deliver({ to, subject, text }: Mail): Promise<void> {
  try {
    await transport().sendMail({
      from: env().mailFrom ?? undefined,
      // As an object, so that the address is never parsed as a list.
      to: { name: "", address: to },
      subject,
      text,
      textEncoding: "quoted-printable",
      // RFC 3834: no out-of-office replies.
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } catch (error) {
    throw new MailFailure(error);
  }
}

/**
 * Writes and sends a mail after the request was answered, so that neither its time nor its outcome shows
 * in the response. Call it after the commit. `write` returns null if there is no one to write to.
 *
 * @param what for the log if it fails
 */
export function sendMailLater(what: string, write: () => Promise<Mail | null>): void {
  const send = async () => {
    const mail = await write();
    if (mail) await deliver(mail);
  };
  setImmediate(() => send().catch((error) => log.warn(`${what} could not be sent`, error)));
}

/** Sends a mail and waits until the mail server has taken it. */
export async function sendMailNow(mail: Mail): Promise<void> {
  requireMail();
  try {
    await deliver(mail);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown";
    throw new Problem("mail-unavailable", `The mail server refused the message: ${reason}.`);
  }
}

/** Whether the mail server answers, and accepts the user and password. */
export const mailServerAnswers = (): Promise<boolean> =>
  transport()
    .verify()
    .then(
      () => true,
      () => false,
    );
