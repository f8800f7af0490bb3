import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { identity, mint } from "@/lib/contracts/common/fields";
import {
  coverMaxBytes,
  frameMaxBytes,
  guestPictureMaxBytes,
  pictureTypes,
} from "@/lib/contracts/common/limits";
import { livestream } from "./livestreams";

/** The pictures of a show itself; whoever may watch it sees them. */
const showPicture = z.enum(["cover", "frame"]);
export type ShowPicture = z.infer<typeof showPicture>;

/** Whatever was sent: the server draws every picture anew, and in this one form. */
export const pictureMediaType = "image/jpeg" as const;

const path = z.object({ mint });
const picture = z.instanceof(Uint8Array);
const aPicture = new Uint8Array();
const done = z.object({ code: z.literal(200) });

export const putCover = endpoint({
  method: "PUT",
  path: "/livestreams/{mint}/cover",
  summary: "Set the cover: a JPEG, PNG or WebP of at most 1 MiB and 6 megapixels. For hosts.",
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
  summary: "What the live show looks like now: at most 200 KiB and 2.1 megapixels. For hosts.",
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
  headers: ["If-None-Match"],
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

export const putGuestPicture = endpoint({
  method: "PUT",
  path: "/livestreams/{mint}/guest-picture",
  summary:
    "A preview of the guest of this browser for the hosts: at most 100 KiB and 1 megapixel, and only " +
    "while they wait. Deleted when the wait ends.",
  access: "public",
  scope: null,
  takes: { types: pictureTypes, as: "bytes", maxBytes: guestPictureMaxBytes },
  params: path,
  body: picture,
  response: done,
  errors: ["guest-not-found", "already-decided", "too-many-requests"],
  example: { params: sample.room, body: aPicture, response: { code: 200 } },
});

export const takeBackGuestPicture = endpoint({
  method: "DELETE",
  path: "/livestreams/{mint}/guest-picture",
  summary: "Delete the picture of the guest of this browser at once.",
  access: "public",
  scope: null,
  params: path,
  response: done,
  errors: ["guest-not-found"],
  example: { params: sample.room, response: { code: 200 } },
});

export const seeGuestPicture = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/guests/{identity}/picture",
  summary:
    "The picture of a guest who waits and lets it be seen, for whoever sees them in the waiting room. " +
    "Nobody keeps a copy.",
  access: "account",
  scope: "guests",
  produces: pictureMediaType,
  params: z.object({ mint, identity }),
  query: z.object({ digest: z.string().max(64).optional() }),
  response: picture,
  errors: ["picture-not-found"],
  example: {
    params: { mint: sample.mint, identity: sample.guest },
    query: {},
    response: aPicture,
  },
});
