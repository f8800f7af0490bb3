import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { wholeNumber } from "@/lib/contracts/common/fields";

const address = "https://live.example.com";

/** As defined in https://oembed.com, 2.3.4.2. */
const video = z.object({
  version: z.literal("1.0"),
  type: z.literal("video"),
  provider_name: z.string(),
  provider_url: z.string(),
  title: z.string(),
  author_name: z.string(),
  author_url: z.string(),
  html: z.string(),
  width: z.int(),
  height: z.int(),
  thumbnail_url: z.string().optional(),
  thumbnail_width: z.int().optional(),
  thumbnail_height: z.int().optional(),
});
export type OEmbed = z.infer<typeof video>;

export const readOEmbed = endpoint({
  method: "GET",
  path: "/oembed",
  summary: "Get the embed code for a watch page's player (oEmbed, JSON only).",
  access: "public",
  scope: null,
  query: z.object({
    url: z.string().max(500),
    format: z.string().max(20).default("json"),
    maxwidth: wholeNumber(1).optional(),
    maxheight: wholeNumber(1).optional(),
  }),
  response: video,
  errors: ["livestream-not-found", "format-not-supported"],
  example: {
    query: { url: `${address}/watch/${sample.mint}`, format: "json", maxwidth: "640" },
    response: {
      version: "1.0",
      type: "video",
      provider_name: "Greenroom",
      provider_url: address,
      title: sample.livestream.title,
      author_name: sample.person.name,
      author_url: `${address}/@${sample.person.handle}`,
      html: `<iframe src="${address}/embed/${sample.mint}"></iframe>`,
      width: 640,
      height: 360,
    },
  },
});
