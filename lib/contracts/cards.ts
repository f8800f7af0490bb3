import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { mint } from "@/lib/contracts/common/fields";
import { locales } from "@/lib/words/locales";
import { handle } from "./auth";

/** Which words are on it, and which card was meant: another one is there by now for an old digest. */
const query = z.object({
  lang: z.enum(locales).default("en"),
  digest: z.string().max(64).optional(),
});
const picture = z.instanceof(Uint8Array);
const aCard = { query: { lang: "en" as const }, response: new Uint8Array() };

export const readShowCard = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/card",
  summary:
    "A drawn picture (1200 × 630) of its title, its creator and when it is, for whoever may watch it: " +
    "what a link to it shows where it has no cover and no frame.",
  access: "anyone",
  scope: "livestreams:read",
  produces: "image/png",
  params: z.object({ mint }),
  query,
  response: picture,
  errors: ["livestream-not-found", "too-many-requests"],
  example: { params: sample.room, ...aCard },
});

export const readChannelCard = endpoint({
  method: "GET",
  path: "/accounts/{handle}/card",
  summary: "A drawn picture (1200 × 630) of a channel's name, for whoever finds the channel.",
  access: "anyone",
  scope: "livestreams:read",
  produces: "image/png",
  params: z.object({ handle }),
  query,
  response: picture,
  errors: ["account-not-found", "too-many-requests"],
  example: { params: { handle: sample.person.handle }, ...aCard },
});
