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

/** Images of a show, visible to anyone who may watch it. */
const showPicture = z.enum(["cover", "frame"]);
export type ShowPicture = z.infer<typeof showPicture>;

/** The server re-encodes every image in this format, whatever was uploaded. */
export const pictureMediaType = "image/jpeg" as const;

const path = z.object({ mint });
const picture = z.instanceof(Uint8Array);
const aPicture = new Uint8Array();
const done = z.object({ code: z.literal(200) });

export const putCover = endpoint({
  method: "PUT",
  path: "/livestreams/{mint}/cover",
  summary:
    "Set the cover image: a JPEG, PNG or WebP of at most 1 MiB and 6 megapixels. Hosts only.",
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
  summary: "Remove the cover image. Hosts only.",
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
  summary:
    "Set the current frame of a live show: a JPEG, PNG or WebP of at most 200 KiB and 2.1 " +
    "megapixels. Hosts only.",
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
    "Get the cover image or the latest frame of a livestream that you may watch. With the " +
    "`digest` from the livestream's path, the response can be cached forever.",
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
    "Set the preview of this browser's guest: a JPEG, PNG or WebP of at most 100 KiB and 1 " +
    "megapixel, only while they wait. Shown to hosts and deleted when the wait ends.",
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
  summary: "Delete the preview of this browser's guest immediately.",
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
    "Get a waiting guest's preview, if they share one and you can see them in the waiting room. " +
    "The response must not be cached.",
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
