import { z } from "zod";
import { handle } from "./auth";
import { endpoint } from "./endpoint";
import { sample } from "./examples";
import { person } from "./livestreams";

export const readChannel = endpoint({
  method: "GET",
  path: "/accounts/{handle}",
  summary:
    "Who has a channel, which is everybody with a public livestream; you yourself always have one. " +
    "What is on it: GET /livestreams?creator={handle}.",
  access: "anyone",
  scope: "livestreams:read",
  params: z.object({ handle }),
  response: person,
  errors: ["account-not-found"],
  example: { params: { handle: sample.person.handle }, response: sample.person },
});
