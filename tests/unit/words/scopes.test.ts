import { expect, test } from "vitest";
import { scopes } from "@/lib/contracts/common/scopes";
import { catalogues } from "@/lib/words/catalogues";

test("the page for API keys describes each scope as the API document does", () => {
  expect(catalogues.en.accounts.scopes).toEqual(scopes);
});
