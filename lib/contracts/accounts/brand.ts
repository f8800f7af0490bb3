import { z } from "zod";
import { brandPictures, colourPattern, nameSizes } from "@/lib/contracts/common/brand";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { orgId } from "@/lib/contracts/common/fields";
import { brandPictureMaxBytes, pictureTypes } from "@/lib/contracts/common/limits";
import { wrong } from "@/lib/field-errors";

const nameSize = z.enum(nameSizes);

/** How an organization's shows look, beyond what their hosts arrange. */
export const brand = z
  .object({
    /** The ground of names, banner and comments, as `#rrggbb`; null for the usual one. */
    accent: z.string().nullable(),
    /** The text on the accent colour. Where its contrast is too low, black or white is used. */
    text: z.string().nullable(),
    nameSize,
    /** Image paths on this server; null for none. The digest in the query makes them immutable. */
    logo: z.string().nullable(),
    background: z.string().nullable(),
    overlay: z.string().nullable(),
  })
  .meta({ id: "Brand" });
export type Brand = z.infer<typeof brand>;

const colour = z
  .string()
  .max(16)
  .transform((given) => given.toLowerCase())
  .pipe(z.string().regex(colourPattern, wrong("colour", "must be a color such as #1f6f4a")));

const brandChanges = z.object({
  accent: colour.nullable().optional(),
  text: colour.nullable().optional(),
  nameSize: nameSize.optional(),
});
export type BrandChanges = z.output<typeof brandChanges>;

const path = z.object({ orgId });
const picturePath = z.object({ orgId, kind: z.enum(brandPictures) });
const picture = z.instanceof(Uint8Array);
const aPicture = new Uint8Array();

/** The server re-encodes every picture in this format, which can be transparent. */
export const brandMediaType = "image/webp";

const digest = "pmWkWSBCL51Bfkhn79xPuKBKHz__H6B-mY6G9_eieuM";
const params = { orgId: sample.orgId };
const example: Brand = {
  accent: "#1f6f4a",
  text: "#ffffff",
  nameSize: "medium",
  logo: `/organizations/${sample.orgId}/brand/pictures/logo?digest=${digest}`,
  background: null,
  overlay: null,
};

export const readBrand = endpoint({
  method: "GET",
  path: "/organizations/{orgId}/brand",
  summary: "Get an organization's brand kit. Members only.",
  access: "account",
  scope: "organizations",
  params: path,
  response: brand,
  errors: ["organization-not-found"],
  example: { params, response: example },
});

export const changeBrand = endpoint({
  method: "PATCH",
  path: "/organizations/{orgId}/brand",
  summary:
    "Change the colors and name size of an organization's shows; fields that you leave out stay, null resets a color. " +
    "Takes effect in live shows immediately. Owners and admins only.",
  access: "account",
  scope: "organizations",
  params: path,
  body: brandChanges,
  response: brand,
  errors: ["organization-not-found", "not-allowed", "too-many-requests"],
  example: { params, body: { accent: "#1f6f4a" }, response: example },
});

export const putBrandPicture = endpoint({
  method: "PUT",
  path: "/organizations/{orgId}/brand/pictures/{kind}",
  summary:
    "Set the logo, background or overlay: a JPEG, PNG or WebP of at most 2 MiB and 6 megapixels. Transparency is kept, and " +
    "an overlay must have transparent parts. Owners and admins only.",
  access: "account",
  scope: "organizations",
  takes: { types: pictureTypes, as: "bytes", maxBytes: brandPictureMaxBytes },
  params: picturePath,
  body: picture,
  response: brand,
  errors: ["organization-not-found", "not-allowed", "too-many-requests"],
  example: { params: { ...params, kind: "logo" }, body: aPicture, response: example },
});

export const removeBrandPicture = endpoint({
  method: "DELETE",
  path: "/organizations/{orgId}/brand/pictures/{kind}",
  summary: "Remove the logo, background or overlay. Owners and admins only.",
  access: "account",
  scope: "organizations",
  params: picturePath,
  response: brand,
  errors: ["organization-not-found", "not-allowed", "too-many-requests"],
  example: { params: { ...params, kind: "logo" }, response: { ...example, logo: null } },
});

export const readBrandPicture = endpoint({
  method: "GET",
  path: "/organizations/{orgId}/brand/pictures/{kind}",
  summary:
    "Get a picture of a brand kit, at the path that the kit has. Without the right `digest` it does not exist. The " +
    "response can be cached forever.",
  access: "public",
  scope: null,
  produces: brandMediaType,
  params: picturePath,
  query: z.object({ digest: z.string().max(64) }),
  response: picture,
  errors: ["picture-not-found"],
  example: { params: { ...params, kind: "logo" }, query: { digest }, response: aPicture },
});
