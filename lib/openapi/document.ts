import { contractsBySubject } from "@/lib/contracts/all";
import { type Endpoint, nothing } from "@/lib/contracts/common/endpoint";
import { refusalsOf } from "@/lib/contracts/common/refusals";
import { scopes } from "@/lib/contracts/common/scopes";
import { nameOfStatus, type ProblemCode, statusOf } from "@/lib/problem";
import { type JsonSchema, jsonSchema } from "./json-schema";
import { problemSchema } from "./problem-schema";

type Shared = Record<string, JsonSchema>;

/** The contracts as one OpenAPI 3.1 document, for the installation at `serverUrl`. */
export function openApiDocument(serverUrl: string) {
  const shared: Shared = { Problem: problemSchema() };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [subject, named] of Object.entries(contractsBySubject)) {
    for (const { name, contract } of named) {
      const path = paths[contract.path] ?? {};
      path[contract.method.toLowerCase()] = operation(subject, name, contract, shared);
      paths[contract.path] = path;
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Greenroom",
      version: "1",
      description:
        "Livestreams with a waiting room. Sign in with `POST /auth/login` and send the token as " +
        "`Authorization: Bearer …`. Servers send an API key the same way.",
    },
    servers: [{ url: serverUrl }],
    tags: Object.keys(contractsBySubject).map((name) => ({ name })),
    paths,
    components: { schemas: shared, securitySchemes },
  };
}

const securitySchemes = {
  bearer: {
    type: "http",
    scheme: "bearer",
    description: `A JWT from \`POST /auth/login\`, or an API key with the scope that the operation requires: ${Object.entries(
      scopes,
    )
      .map(([scope, what]) => `\`${scope}\` (${what.toLowerCase()})`)
      .join(", ")}.`,
  },
  streamKey: {
    type: "http",
    scheme: "bearer",
    description: "A livestream's stream key, sent by an encoder such as OBS.",
  },
};

const audience = {
  public: "Public. Credentials are ignored.",
  anyone: "Works with or without signing in.",
  account: "Requires signing in.",
  person: "Requires signing in. API keys are refused.",
  admin: "For admins of this installation. API keys are refused.",
  operator: "For admins of this installation.",
  encoder: "For encoders. The bearer token is a livestream's stream key.",
} as const;

function operation(subject: string, name: string, contract: Endpoint, shared: Shared) {
  const { access, scope } = contract;
  return {
    operationId: name,
    tags: [subject],
    summary: contract.summary,
    description: `${audience[access]}${scope ? ` API keys need the \`${scope}\` scope.` : ""}`,
    security: securityOf(contract),
    parameters: [
      ...parametersOf(contract, "params", "path"),
      ...parametersOf(contract, "query", "query"),
      ...contract.headers.map((name) => ({ name, in: "header", schema: { type: "string" } })),
    ],
    ...(contract.body !== nothing && { requestBody: requestBodyOf(contract, shared) }),
    responses: responsesOf(contract, shared),
  };
}

function securityOf({ access }: Endpoint) {
  if (access === "public") return [];
  if (access === "encoder") return [{ streamKey: [] }];
  return access === "anyone" ? [{}, { bearer: [] }] : [{ bearer: [] }];
}

function parametersOf(contract: Endpoint, part: "params" | "query", where: "path" | "query") {
  if (contract[part] === nothing) return [];
  const { properties = {}, required = [] } = jsonSchema(contract[part], "input", {}) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  const example = (contract.example[part] ?? {}) as Record<string, unknown>;
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema,
    ...(name in example && { example: example[name] }),
  }));
}

/** Bytes have no JSON Schema. The media type describes them. */
const binary = { type: "string", format: "binary" };

function requestBodyOf({ body, takes, lenient, example }: Endpoint, shared: Shared) {
  if (takes) {
    const media =
      takes.as === "bytes"
        ? { schema: binary }
        : { schema: jsonSchema(body, "input", shared), example: example.body };
    return { required: true, content: Object.fromEntries(takes.types.map((t) => [t, media])) };
  }
  const optional = body.safeParse(undefined).success;
  const schema = jsonSchema(body, "input", shared);
  return {
    required: !optional,
    content: {
      "application/json": {
        schema: lenient ? { ...schema, additionalProperties: true } : schema,
        example: example.body,
      },
    },
  };
}

function responsesOf(contract: Endpoint, shared: Shared) {
  const { response, example, produces } = contract;
  const bytes = example.response instanceof Uint8Array;
  const shown = bytes
    ? { schema: binary }
    : { schema: jsonSchema(response, "output", shared), example: example.response };
  const success = { description: "Success.", content: { [produces]: shown } };
  const statuses = [contract.status, ...(contract.otherStatus ? [contract.otherStatus] : [])];
  return Object.fromEntries([
    ...statuses.map((status) => [status, status === 204 ? { description: "Success." } : success]),
    ...Object.entries(byStatus(refusalsOf(contract))).map(([status, codes]) => [
      status,
      refusal(Number(status), codes),
    ]),
  ]);
}

function byStatus(codes: ProblemCode[]): Record<number, ProblemCode[]> {
  const grouped: Record<number, ProblemCode[]> = {};
  for (const code of codes) grouped[statusOf[code]] = [...(grouped[statusOf[code]] ?? []), code];
  return grouped;
}

function refusal(status: number, codes: ProblemCode[]) {
  const title = nameOfStatus[status as keyof typeof nameOfStatus];
  return {
    description: `${title}: ${codes.map((code) => `\`${code}\``).join(", ")}.`,
    content: {
      "application/problem+json": {
        schema: {
          allOf: [
            { $ref: "#/components/schemas/Problem" },
            { properties: { code: { enum: codes } } },
          ],
        },
      },
    },
  };
}
