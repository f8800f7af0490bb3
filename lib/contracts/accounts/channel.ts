import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { person } from "../livestreams";
import { handle } from "./auth";

export const readChannel = endpoint({
  method: "GET",
  path: "/accounts/{handle}",
  summary:
    "Get the owner of a channel. Everyone with a public livestream has a channel; you can always " +
    "see your own. List its livestreams with `GET /livestreams?creator={handle}`.",
  access: "anyone",
  scope: "livestreams:read",
  params: z.object({ handle }),
  response: person,
  errors: ["account-not-found"],
  example: { params: { handle: sample.person.handle }, response: sample.person },
});
