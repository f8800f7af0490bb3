import "server-only";
import { createTransport } from "nodemailer";
import { finishBeforeExit } from "@/lib/draining";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { once } from "@/lib/once";
import { Problem } from "@/lib/problem";
import { redact } from "@/lib/redact";

export type Mail = { to: string; subject: string; text: string };

/** No step of a delivery, such as connecting or waiting for an answer, may take longer. */
const stepMs = 10_000;
const connectionsAtOnce = 5;
const loopback = ["localhost", "127.0.0.1", "[::1]"];

/** Whether this installation sends mail. */
export const isMailSet = (): boolean => env().smtpUrl !== null;

/** The mail server's host name; empty if none is set. */
export const mailHost = (): string => new URL(env().smtpUrl ?? "smtp:").hostname;

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
export class MailFailure extends Error {
  /** The mail server's own words, redacted; empty if it said nothing. Never logged. */
  readonly answer: string;

  /** The message is the code alone: the server's words may quote the recipient or the mail. */
  constructor(cause: unknown) {
    const { code, responseCode, response } = cause as Record<string, unknown>;
    super([code, responseCode].filter(Boolean).join(" ") || "unknown");
    this.name = "MailFailure";
    this.answer = typeof response === "string" ? withoutSecrets(response) : "";
  }
}

const longestAnswer = 300;

/** Without line breaks, addresses, and the user and password that a server may repeat. */
function withoutSecrets(text: string): string {
  const { username, password } = new URL(env().smtpUrl ?? "smtp:");
  const ours = [password, username].map(decodeURIComponent).filter(Boolean);
  const bare = ours.reduce((left, secret) => left.replaceAll(secret, "…"), text);
  return redact(bare.replace(/\s+/g, " ")).slice(0, longestAnswer);
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
  const begun = new Promise<void>((resolve) => setImmediate(resolve));
  const sent = begun.then(send).catch((error) => log.warn(`${what} could not be sent`, error));
  finishBeforeExit(sent);
}

/**
 * Sends a mail and waits until the mail server has taken it.
 *
 * @throws Problem `mail-not-set`, or MailFailure
 */
export async function sendMailNow(mail: Mail): Promise<void> {
  requireMail();
  await deliver(mail);
}

/** Whether the mail server answers, and accepts the user and password. */
export const mailServerAnswers = (): Promise<boolean> =>
  transport()
    .verify()
    .then(
      () => true,
      () => false,
    );
