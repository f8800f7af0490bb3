import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeAll, expect, test } from "vitest";
import { allContracts } from "@/lib/contracts/all";
import { type Document, readDocument, schemaChecker } from "@/tests/support/api/openapi";

let document: Document;
beforeAll(async () => {
  document = await readDocument();
});

const operations = () => Object.values(document.paths).flatMap((methods) => Object.values(methods));

test("the document is valid OpenAPI 3.1", async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(validator.version).toBe("3.1");
});

test("every operation documents its success and its refusals", () => {
  expect(operations()).toHaveLength(allContracts.length);
  for (const { operationId, responses } of operations()) {
    const statuses = Object.keys(responses).map(Number);
    expect(
      statuses.some((status) => status < 300),
      operationId,
    ).toBe(true);
    expect(
      statuses.some((status) => status >= 400),
      operationId,
    ).toBe(true);
  }
});

test("every example matches the schema beside it, as JSON Schema", () => {
  const misfit = schemaChecker(document);
  for (const { operationId, requestBody, responses } of operations()) {
    const shown = [requestBody, ...Object.values(responses)].flatMap((part) =>
      Object.values(part?.content ?? {}),
    );
    for (const { schema, example } of shown) {
      if (example !== undefined) expect(misfit(schema, example), operationId).toBeNull();
    }
  }
});
