import Ajv2020 from "ajv/dist/2020";
import fc from "fast-check";
import { Client } from "./client";

export type Schema = Record<string, unknown>;
type Content = Record<string, { schema: Schema; example?: unknown }>;
type Parameter = { name: string; in: "path" | "query"; required: boolean; schema: Schema };
export type Operation = {
  operationId: string;
  parameters: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content: Content }>;
};
export type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

export const readDocument = async () => (await new Client().send("/openapi.json")).body as Document;

/** Describes how a value violates a schema of the document; null if it matches. */
export function schemaChecker({ components }: Document) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const compiled = new Map<Schema, ReturnType<typeof ajv.compile>>();
  return (schema: Schema, value: unknown): string | null => {
    const fits = compiled.get(schema) ?? ajv.compile({ ...schema, components });
    compiled.set(schema, fits);
    return fits(value) ? null : ajv.errorsText(fits.errors);
  };
}

/** Values that match a schema of the document; the real values in `known` come up often. */
export function valuesOf(schema: Schema, known: readonly string[] = []): fc.Arbitrary<unknown> {
  const {
    enum: options,
    const: only,
    anyOf,
    type,
  } = schema as {
    enum?: unknown[];
    const?: unknown;
    anyOf?: Schema[];
    type?: string;
  };
  if (only !== undefined) return fc.constant(only);
  if (options) return fc.constantFrom(...options);
  if (anyOf) return fc.oneof(...anyOf.map((each) => valuesOf(each, known)));
  if (type === "object") return objectsOf(schema, known);
  if (type === "array") {
    const { items = {}, minItems = 0 } = schema as { items?: Schema; minItems?: number };
    return fc.array(valuesOf(items, known), { minLength: minItems, maxLength: minItems + 3 });
  }
  if (type === "integer" || type === "number") {
    const { minimum = -1_000, maximum = 1_000_000 } = schema as Record<string, number>;
    return fc.integer({ min: Math.max(minimum, -1e9), max: Math.min(maximum, 1e9) });
  }
  if (type === "boolean") return fc.boolean();
  if (type === "string") return stringsOf(schema, known);
  return type === "null" ? fc.constant(null) : fc.jsonValue({ maxDepth: 2 });
}

function objectsOf(schema: Schema, known: readonly string[]) {
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  return fieldsOf(properties, required, known);
}

/** Objects with these fields, of which only the required ones are always present. */
export function fieldsOf(
  schemas: Record<string, Schema>,
  requiredKeys: string[],
  known: readonly string[],
): fc.Arbitrary<Record<string, unknown>> {
  const fields: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, schema] of Object.entries(schemas)) fields[name] = valuesOf(schema, known);
  return fc.record(fields, { requiredKeys });
}

function stringsOf(schema: Schema, known: readonly string[]) {
  const {
    pattern,
    format,
    minLength = 0,
    maxLength = 200,
  } = schema as {
    pattern?: string;
    format?: string;
    minLength?: number;
    maxLength?: number;
  };
  const fitting = pattern ? known.filter((each) => new RegExp(pattern).test(each)) : known;
  const made =
    format === "date-time"
      ? fc.date({ noInvalidDate: true, min: new Date(0) }).map((date) => date.toISOString())
      : format === "email"
        ? fc.emailAddress()
        : pattern
          ? fc.stringMatching(new RegExp(pattern))
          : fc.string({ minLength, maxLength: Math.min(maxLength, 200), unit: "grapheme" });
  return fitting.length > 0
    ? fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...fitting) },
        { weight: 1, arbitrary: made },
      )
    : made;
}
