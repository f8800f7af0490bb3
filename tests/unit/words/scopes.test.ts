import { expect, test } from "vitest";
import { scopes } from "@/lib/contracts/common/scopes";
import { catalogues } from "@/lib/words/catalogues";

test("a key's page says of each scope what the API's document says", () => {
  expect(catalogues.en.accounts.scopes).toEqual(scopes);
});
