import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/** A proxy in front of the app that loses it for a while, as when the app restarts. */
export class Relay {
  readonly #open = new Set<Duplex>();
  readonly #server = createServer((asked, answer) => this.#pass(asked, answer));
  #broken = false;

  static async start(): Promise<Relay> {
    const relay = new Relay();
    relay.#server.on("connection", (socket: Socket) => relay.#keep(socket));
    relay.#server.on("connect", (asked: IncomingMessage, socket: Socket) =>
      relay.#tunnel(asked, socket),
    );
    await new Promise<void>((done) => relay.#server.listen(0, "127.0.0.1", done));
    return relay;
  }

  /** For a browser's options: the URLs stay those of the app. */
  get proxy() {
    const { port } = this.#server.address() as AddressInfo;
    // Chromium bypasses a proxy for its own machine's addresses unless told otherwise.
    return { server: `http://127.0.0.1:${port}`, bypass: "<-loopback>" };
  }

  /** Cuts every connection, and answers 502 from now on. */
  breaks(): void {
    this.#broken = true;
    for (const each of this.#open) each.destroy();
  }

  mends(): void {
    this.#broken = false;
  }

  async stop(): Promise<void> {
    this.breaks();
    await new Promise((closed) => this.#server.close(closed));
  }

  #keep(socket: Duplex): void {
    this.#open.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => this.#open.delete(socket));
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    if (this.#broken) return void answer.writeHead(502).end("Bad gateway");
    const { method, url = "", headers } = asked;
    const onward = request(url, { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
      answered.on("error", () => answer.destroy());
    });
    onward.on("error", () => answer.destroy());
    answer.on("close", () => onward.destroy());
    asked.pipe(onward);
  }

  /** For WebSockets. */
  #tunnel({ url = "" }: IncomingMessage, socket: Socket): void {
    if (this.#broken) return void socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    const [host = "", port] = url.split(/:(?=\d+$)/);
    const onward = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    this.#keep(onward);
    socket.on("close", () => onward.destroy());
    onward.on("close", () => socket.destroy());
  }
}
