import { once } from "node:events";
import { SMTPServer } from "smtp-server";
import { type AnotherApp, anotherApp } from "./another-app";
import { until } from "./until";

export type Letter = { to: string[]; headers: string; text: string };

const user = "greenroom";
const password = "the mail server's password";
export const sender = "greenroom@example.org";

/** A real mail server on this machine, which keeps every mail that it is given. */
export class Mailbox {
  readonly letters: Letter[] = [];
  /** For an app that sends its mail here. */
  settings: Record<string, string> = {};
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      // On loopback there is no certificate to check.
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: (given, _, done) =>
        given.username === user && given.password === password
          ? done(null, { user })
          : done(new Error("wrong password")),
      // Like many servers, it quotes the recipient that it refuses.
      onRcptTo: ({ address }, _, done) =>
        address.startsWith("refused") ? done(new Error(`no mailbox ${address}`)) : done(),
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk) => chunks.push(chunk));
        stream.on("end", () => {
          const [headers = "", body = ""] = split(Buffer.concat(chunks).toString());
          const to = envelope.rcptTo.map(({ address }) => address);
          this.letters.push({ to, headers, text: decoded(body) });
          done();
        });
      },
    });
  }

  static async opens(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    mailbox.#server.listen(0, "127.0.0.1");
    await once(mailbox.#server.server, "listening");
    const address = mailbox.#server.server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    mailbox.settings = {
      SMTP_URL: `smtp://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}`,
      MAIL_FROM: `Greenroom <${sender}>`,
    };
    return mailbox;
  }

  to(address: string): Letter[] {
    return this.letters.filter(({ to }) => to.includes(address));
  }

  /** Waits for the newest of `count` mails to an address. */
  letterTo(address: string, count = 1): Promise<Letter> {
    return until(`mail ${count} to ${address}`, () => this.to(address)[count - 1]);
  }

  closes(): Promise<void> {
    return new Promise((closed) => this.#server.close(() => closed()));
  }
}

/** A Greenroom that sends mail, on the tests' database and LiveKit. */
export async function anAppWithMail(): Promise<{ app: AnotherApp; mailbox: Mailbox }> {
  const mailbox = await Mailbox.opens();
  return { app: await anotherApp(mailbox.settings), mailbox };
}

/** The link of a mail, whose secret is in its fragment. */
export function linkIn({ text }: Letter): URL {
  const [link] = /https?:\S+#\S+/.exec(text) ?? [];
  if (!link) throw new Error(`no link in: ${text}`);
  return new URL(link);
}

export const secretIn = (letter: Letter): string => linkIn(letter).hash.slice(1);

function split(mail: string): [string, string] {
  const at = mail.indexOf("\r\n\r\n");
  return [mail.slice(0, at), mail.slice(at + 4)];
}

/** Quoted-printable, RFC 2045 6.7. */
function decoded(body: string): string {
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
