import { z } from "zod";

export type JsonSchema = Record<string, unknown>;

/**
 * A schema as OpenAPI 3.1 takes it (JSON Schema 2020-12): what a client may send (`input`) or what it
 * gets (`output`). Schemas with an id are taken out into `shared` and referred to.
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
