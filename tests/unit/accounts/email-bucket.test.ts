import { expect, it } from "vitest";
import { emailBucket } from "@/lib/accounts/email-bucket";

const emails = Array.from({ length: 20 }, (_, n) => `person${n}@example.org`);
const shelvesUnder = (secret: string) => emails.map((email) => emailBucket(email, secret));

it("hashes an email address so that only this installation can recognise it", () => {
  const here = shelvesUnder("this installation");
  expect(shelvesUnder("this installation")).toEqual(here);
  expect(shelvesUnder("another one")).not.toEqual(here);
  for (const shelf of here) expect(shelf).toMatch(/^[0-9a-f]{4}$/);
});
