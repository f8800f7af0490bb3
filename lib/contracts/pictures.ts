import { z } from "zod";
import { endpoint } from "./endpoint";
import { sample } from "./examples";
import { mint } from "./fields";
import { coverMaxBytes, frameMaxBytes, pictureTypes } from "./limits";
import { livestream } from "./livestreams";

/** The pictures of a show itself; whoever may watch it sees them. */
const showPicture = z.enum(["cover", "frame"]);
export type ShowPicture = z.infer<typeof showPicture>;

/** Whatever was sent: the server draws every picture anew, and in this one form. */
export const pictureMediaType = "image/jpeg" as const;

const path = z.object({ mint });
const picture = z.instanceof(Uint8Array);
const aPicture = new Uint8Array();

export const putCover = endpoint({
  method: "PUT",
  path: "/livestreams/{mint}/cover",
  summary: "Give it a cover: a JPEG, PNG or WebP of at most 1 MiB. Its hosts may.",
  access: "account",
  scope: "livestreams:write",
  takes: { types: pictureTypes, as: "bytes", maxBytes: coverMaxBytes },
  params: path,
  body: picture,
  response: livestream,
  errors: ["livestream-not-found", "not-allowed", "too-many-requests"],
  example: { params: sample.room, body: aPicture, response: sample.livestream },
});

export const removeCover = endpoint({
  method: "DELETE",
  path: "/livestreams/{mint}/cover",
  summary: "Take the cover away. Its hosts may.",
  access: "account",
  scope: "livestreams:write",
  params: path,
  response: livestream,
  errors: ["livestream-not-found", "not-allowed"],
  example: { params: sample.room, response: { ...sample.livestream, cover: null } },
});

export const putFrame = endpoint({
  method: "PUT",
  path: "/livestreams/{mint}/frame",
  summary: "What the live show looks like now: a small picture of at most 200 KiB. Its hosts may.",
  access: "account",
  scope: "livestreams:write",
  takes: { types: pictureTypes, as: "bytes", maxBytes: frameMaxBytes },
  params: path,
  body: picture,
  response: z.object({ frame: z.string() }),
  errors: ["livestream-not-found", "not-allowed", "livestream-not-live", "too-many-requests"],
  example: {
    params: sample.room,
    body: aPicture,
    response: {
      frame: `/livestreams/${sample.mint}/pictures/frame?digest=LCa0a2j_xo_5m0U8HTBBNBNCLXBkg7-g-YpeiGJm564`,
    },
  },
});

export const readPicture = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/pictures/{kind}",
  summary:
    "Its cover, or the last frame of the show, for whoever may watch it. Under the digest that the " +
    "livestream names, a copy may be kept for ever.",
  access: "anyone",
  scope: "livestreams:read",
  otherStatus: 304,
  produces: pictureMediaType,
  params: z.object({ mint, kind: showPicture }),
  query: z.object({ digest: z.string().max(64).optional() }),
  response: picture.nullable(),
  errors: ["livestream-not-found", "picture-not-found"],
  example: {
    params: { mint: sample.mint, kind: "cover" },
    query: { digest: "pmWkWSBCL51Bfkhn79xPuKBKHz__H6B-mY6G9_eieuM" },
    response: aPicture,
  },
});
