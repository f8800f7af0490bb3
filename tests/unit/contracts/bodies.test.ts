import { expect, test } from "vitest";
import { z } from "zod";
import { allContracts } from "@/lib/contracts/all";
import { nothing } from "@/lib/contracts/common/endpoint";
import { openApiDocument } from "@/lib/openapi/document";

const withJson = allContracts.filter(
  ({ contract }) => contract.body !== nothing && !contract.takes,
);

test("only endpoints from the documents that this API follows ignore unknown fields", () => {
  const lenient = withJson.filter(({ contract }) => contract.lenient).map(({ name }) => name);
  expect(lenient).toEqual(["login", "ownToken", "createInvite", "roomAuth", "admitGuest"]);
});

for (const { name, contract } of withJson) {
  test(`${name}: the document declares for every object in the body whether it accepts more fields`, () => {
    const document = openApiDocument("https://live.example.com") as {
      paths: Record<string, Record<string, { requestBody: unknown }>>;
    };
    const { requestBody } = document.paths[contract.path]?.[contract.method.toLowerCase()] ?? {};
    const found = objectsIn(requestBody);
    expect(found.length).toBeGreaterThan(0);
    for (const each of found) expect(each.additionalProperties).toBe(contract.lenient);
  });
}

function objectsIn(schema: unknown): Record<string, unknown>[] {
  const { success, data } = z.record(z.string(), z.unknown()).safeParse(schema);
  if (!success) return Array.isArray(schema) ? schema.flatMap(objectsIn) : [];
  const { example: _, ...rest } = data;
  const inside = Object.values(rest).flatMap(objectsIn);
  return data.type === "object" ? [data, ...inside] : inside;
}
