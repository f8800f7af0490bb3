import { Agent, type IncomingMessage, request } from "node:http";
import type { Client } from "../api/client";

/** `retryAfter` in seconds. */
export type Answered = { status: number; retryAfter: number | null };
type Sent = { method?: string; headers?: Record<string, string>; body?: string | Uint8Array };

/** Sends requests on connections that stay open, as browsers do. Costs the machine less than `fetch`. */
export class Sender {
  readonly #agent: Agent;

  constructor(
    readonly to: string,
    connections: number,
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Resolves with status 0 if there is no answer. */
  send(
    { bearer, address }: Pick<Client, "bearer" | "address">,
    path: string,
    { method = "POST", headers, body }: Sent = {},
  ): Promise<Answered> {
    const asked = request(this.to + path, {
      agent: this.#agent,
      method,
      headers: {
        "x-forwarded-for": address,
        ...(bearer && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && {
          "content-type": "application/json",
          ...(!headers?.["transfer-encoding"] && { "content-length": Buffer.byteLength(body) }),
        }),
        ...headers,
      },
    });
    return new Promise((resolve) => {
      asked.on("response", (answer: IncomingMessage) => {
        const { statusCode = 0, headers: told } = answer.resume();
        const retryAfter = told["retry-after"];
        resolve({ status: statusCode, retryAfter: retryAfter ? Number(retryAfter) : null });
      });
      asked.on("error", () => resolve({ status: 0, retryAfter: null }));
      asked.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
