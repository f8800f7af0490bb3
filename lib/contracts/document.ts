import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";

export const readDocument = endpoint({
  method: "GET",
  path: "/openapi.json",
  summary: "Get this document: every endpoint of this installation, as OpenAPI 3.1.",
  access: "public",
  scope: null,
  response: z.looseObject({ openapi: z.string() }),
  errors: [],
  example: { response: { openapi: "3.1.0" } },
});
