import { z } from "zod";

export type JsonSchema = Record<string, unknown>;

/**
 * A schema for OpenAPI 3.1 (JSON Schema 2020-12), of what a client sends (`input`) or receives
 * (`output`). Schemas with an id are moved to `shared` and referenced.
 */
export function jsonSchema(
  schema: z.ZodType,
  io: "input" | "output",
  shared: Record<string, JsonSchema>,
): JsonSchema {
  const { $schema: _, $defs = {}, ...own } = z.toJSONSchema(schema, { io });
  for (const [id, defined] of Object.entries($defs as Record<string, JsonSchema>)) {
    const { id: _id, ...rest } = defined;
    shared[id] = pointed(rest);
  }
  return pointed(own);
}

const pointed = (schema: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
