import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import type { Endpoint } from "@/lib/contracts/common/endpoint";
import { refusalsOf } from "@/lib/contracts/common/refusals";
import type { ProblemCode } from "@/lib/problem";
import { server } from "./server";

/** One response; `body` is the parsed JSON, or the text if it is not JSON. */
export type Answer<T = unknown> = { status: number; headers: Headers; body: T; text: string };

/** What is left of two answers to compare: every header but those that differ each time. */
export const withoutChance = ({ status, text, headers }: Answer) => ({
  status,
  text,
  headers: [...headers].filter(
    ([name]) => !["date", "x-request-id", "content-security-policy"].includes(name),
  ),
});

export type Sent = {
  method?: string;
  /** Sent unchanged. */
  raw?: string | Uint8Array<ArrayBuffer>;
  /** Sent as JSON. */
  json?: unknown;
  headers?: Record<string, string>;
};

/** Optional where the schema takes nothing, or an object with optional fields only. */
type Given<S extends z.ZodType, Key extends string> = [undefined | Record<string, never>] extends [
  z.input<S> | undefined,
]
  ? { [K in Key]?: z.input<S> }
  : undefined extends z.input<S>
    ? { [K in Key]?: undefined }
    : { [K in Key]: z.input<S> };
export type Input<E extends Endpoint> = Given<E["params"], "params"> &
  Given<E["query"], "query"> &
  Given<E["body"], "body">;

/** One of 2^24 addresses, which no other caller has. */
const anAddress = () => `10.${[...randomBytes(3)].join(".")}`;

/**
 * A caller of the API at its own address: with a bearer token, with a browser's cookies, or
 * without either.
 */
export class Client {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly bearer: string | null = null,
    readonly address = anAddress(),
    /** Another app, if not the one under test. */
    readonly to = server.url,
  ) {}

  /** Sends any request, however odd; keeps cookies that the response sets. */
  async send(path: string, { method = "GET", raw, json, headers }: Sent = {}): Promise<Answer> {
    const response = await fetch(new URL(path, this.to), {
      method,
      redirect: "manual",
      headers: {
        "x-forwarded-for": this.address,
        ...this.#credentials(),
        ...typeOf(json),
        ...headers,
      },
      body: raw ?? (json === undefined ? undefined : JSON.stringify(json)),
    });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text), text };
  }

  /** Makes one call of the contract, whatever the outcome; a refusal must be one that it declares. */
  async call<E extends Endpoint>(endpoint: E, input: Input<E>, headers = {}): Promise<Answer> {
    const { method, path } = endpoint;
    const sent = sentTo(endpoint, input);
    const answer = await this.send(addressOf(endpoint, input), {
      ...sent,
      headers: { ...sent.headers, ...headers },
    });
    const { code } = (answer.status >= 400 ? answer.body : {}) as { code?: ProblemCode };
    if (code && !refusalsOf(endpoint).includes(code)) {
      throw new Error(
        `${method} ${path} refuses with ${code}, which its contract does not declare`,
      );
    }
    return answer;
  }

  /** Makes one call of the contract that must succeed, with its exact status and fields. */
  async ok<E extends Endpoint>(endpoint: E, input: Input<E>): Promise<z.output<E["response"]>> {
    const answer = await this.call(endpoint, input);
    if (answer.status !== endpoint.status) {
      throw new Error(`${endpoint.method} ${endpoint.path}: ${answer.status} ${answer.text}`);
    }
    const body = endpoint.response.parse(answer.body);
    if (!isDeepStrictEqual(body, answer.body)) {
      throw new Error(
        `${endpoint.path} returns fields that its contract does not declare: ${answer.text}`,
      );
    }
    return body as z.output<E["response"]>;
  }

  /** A second browser that starts with a copy of this one's cookies. */
  copy(): Client {
    const copied = new Client(this.bearer, this.address, this.to);
    for (const [name, value] of this.cookies) copied.cookies.set(name, value);
    return copied;
  }

  #credentials(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return {
      ...(this.bearer && { authorization: `Bearer ${this.bearer}` }),
      ...(cookie && { cookie }),
    };
  }

  #keep(setCookie: string): void {
    const [pair = "", ...attributes] = setCookie.split("; ");
    const [name = "", ...value] = pair.split("=");
    const gone = attributes.some((each) => /^max-age=0$|^expires=.*1970/i.test(each));
    if (gone) this.cookies.delete(name);
    else this.cookies.set(name, value.join("="));
  }
}

export const addressOf = <E extends Endpoint>({ path }: E, input: Input<E>): string => {
  const { params = {}, query = {} } = input as Record<"params" | "query", Record<string, string>>;
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(`${params[name]}`));
  const search = new URLSearchParams(Object.entries(query).map(([k, v]) => [k, `${v}`])).toString();
  return search ? `${filled}?${search}` : filled;
};

/** The method and body of a call; a body that is not JSON is sent unchanged, with the first accepted type. */
export function sentTo<E extends Endpoint>({ method, takes }: E, input: Input<E>): Sent {
  const { body } = input as { body?: unknown };
  if (!takes) return { method, json: body };
  const raw = body as Uint8Array<ArrayBuffer> | string | undefined;
  return { method, raw, headers: { "content-type": takes.types[0] ?? "" } };
}

const typeOf = (json: unknown): Record<string, string> =>
  json === undefined ? {} : { "content-type": "application/json" };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
