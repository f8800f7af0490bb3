import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { mint } from "@/lib/contracts/common/fields";
import { locales } from "@/lib/words/locales";
import { handle } from "./accounts/auth";

/** The card's language, and its digest, which makes each version's address unique. */
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
    "Get a card (1200 × 630) with the livestream's title, creator and time, if you may watch it. " +
    "Link previews show it if there is no cover or frame.",
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
  summary: "Get a card (1200 × 630) with a channel's name, if you can see the channel.",
  access: "anyone",
  scope: "livestreams:read",
  produces: "image/png",
  params: z.object({ handle }),
  query,
  response: picture,
  errors: ["account-not-found", "too-many-requests"],
  example: { params: { handle: sample.person.handle }, ...aCard },
});
