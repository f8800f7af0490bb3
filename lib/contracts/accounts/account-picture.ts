import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { accountPictureMaxBytes, pictureTypes } from "@/lib/contracts/common/limits";
import { pictureMediaType } from "../pictures";
import { handle, profile } from "./auth";

const picture = z.instanceof(Uint8Array);
const aPicture = new Uint8Array();
const digest = "pmWkWSBCL51Bfkhn79xPuKBKHz__H6B-mY6G9_eieuM";

export const putAccountPicture = endpoint({
  method: "PUT",
  path: "/auth/my-profile/picture",
  summary:
    "Set your picture: a JPEG, PNG or WebP of at most 1 MiB and 6 megapixels. It is cropped to a square.",
  access: "person",
  scope: null,
  takes: { types: pictureTypes, as: "bytes", maxBytes: accountPictureMaxBytes },
  body: picture,
  response: profile,
  errors: ["too-many-requests"],
  example: {
    body: aPicture,
    response: { ...sample.profile, picture: `/accounts/ada/picture?digest=${digest}` },
  },
});

export const removeAccountPicture = endpoint({
  method: "DELETE",
  path: "/auth/my-profile/picture",
  summary: "Remove your picture.",
  access: "person",
  scope: null,
  response: profile,
  errors: [],
  example: { response: sample.profile },
});

export const readAccountPicture = endpoint({
  method: "GET",
  path: "/accounts/{handle}/picture",
  summary:
    "Get an account's picture, at the path that its `picture` field has. Without the right `digest` it does not " +
    "exist, so the URL says nothing about who has an account. The response can be cached forever.",
  access: "public",
  scope: null,
  produces: pictureMediaType,
  params: z.object({ handle }),
  query: z.object({ digest: z.string().max(64) }),
  response: picture,
  errors: ["picture-not-found"],
  example: { params: { handle: sample.person.handle }, query: { digest }, response: aPicture },
});
