import { expect, test } from "vitest";
import { pageOfEndpoint } from "@/lib/server/page-of-endpoint";

test.each([
  ["/organizations", "/account/organizations"],
  ["/organizations/acme", "/account/organizations/acme"],
  ["/organizations/acme/", "/account/organizations/acme"],
  ["/livestreams", "/"],
  ["/livestreams/Ab12", "/watch/Ab12"],
  ["/accounts/ada", "/@ada"],
  ["/api-keys", "/account"],
  ["/auth/my-profile", "/account"],
])("%s leads to %s", (endpoint, page) => {
  expect(pageOfEndpoint(endpoint)).toBe(page);
});

test.each([
  "/",
  "/organizations/acme/members",
  "/livestreams/Ab12/calendar.ics",
  "/livestreams/Ab12/card",
  "/accounts/ada/card",
  "/openapi.json",
  "/auth/login",
  "/account/organizations",
])("%s stays what it is", (path) => {
  expect(pageOfEndpoint(path)).toBeNull();
});
