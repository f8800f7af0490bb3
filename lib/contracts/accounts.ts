import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { handle } from "./auth";
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
