import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { instant, line, paragraph } from "@/lib/contracts/common/fields";
import {
  installationNameMax,
  keepDays,
  legalTextMax,
  logoMaxBytes,
  pictureTypes,
  settingsMaxBytes,
  signUpDomainsMax,
} from "@/lib/contracts/common/limits";
import { signUpModes } from "@/lib/contracts/common/sign-up-modes";
import { wrong } from "@/lib/field-errors";
import { domainIn } from "@/lib/setting-kinds.mjs";

/** How many days to keep something; null means forever. */
const days = z.int().min(keepDays.min).max(keepDays.max).nullable();

/** What each one deletes is in docs/operations.md. */
const retention = {
  keepEventsDays: days,
  keepSessionsDays: days,
  keepPeopleDays: days,
  keepChatDays: days,
  keepShowsDays: days,
};

const installation = z
  .object({
    name: z.string(),
    /** An image path on this server; null without a logo. */
    logo: z.string().nullable(),
    /** Plain text of the page `/imprint`; null if there is none. */
    imprint: z.string().nullable(),
    /** Plain text of the page `/privacy`; null if there is none. */
    privacy: z.string().nullable(),
    signUp: z.enum(signUpModes),
    /** In lower case, as Punycode. Their subdomains do not count. */
    signUpDomains: z.array(z.string()),
    ...retention,
    changedAt: instant,
  })
  .meta({ id: "Installation" });
export type InstallationSettings = z.infer<typeof installation>;

/** An empty text is none. */
const legalText = paragraph(legalTextMax)
  .transform((text) => text || null)
  .nullable();

const signUpDomains = z
  .array(z.string().max(253))
  .max(signUpDomainsMax)
  .refine(
    (given) => given.every((each) => domainIn(each) !== undefined),
    wrong("domain", "must be domains such as example.com, with an ending of Latin letters"),
  )
  .transform((given) => [...new Set(given.flatMap((each) => domainIn(each) ?? []))]);

const digest = "pmWkWSBCL51Bfkhn79xPuKBKHz__H6B-mY6G9_eieuM";
const example: InstallationSettings = {
  name: "Analytical Society",
  logo: `/installation/logo?digest=${digest}`,
  imprint: "Analytical Society\n12 St James’s Square, London",
  privacy: null,
  signUp: "domains",
  signUpDomains: ["example.com"],
  keepEventsDays: 30,
  keepSessionsDays: 30,
  keepPeopleDays: 90,
  keepChatDays: null,
  keepShowsDays: null,
  changedAt: "2026-11-21T18:00:00.000Z",
};

export const readSettings = endpoint({
  method: "GET",
  path: "/installation",
  summary: "Get the settings of this installation.",
  access: "admin",
  scope: null,
  response: installation,
  errors: [],
  example: { response: example },
});

export const changeSettings = endpoint({
  method: "PATCH",
  path: "/installation",
  summary:
    "Change settings of this installation; fields that you leave out stay. Changes take effect immediately. Only the super " +
    "admin can change retention (`keep…Days`). If it gets shorter, older data is deleted for good, starting within ten " +
    "minutes. With the `changedAt` that you read, the request is refused if the settings have changed since.",
  access: "admin",
  scope: null,
  maxBytes: settingsMaxBytes,
  body: z.object({
    changedAt: instant.optional(),
    name: line(installationNameMax).optional(),
    imprint: legalText.optional(),
    privacy: legalText.optional(),
    signUp: z.enum(signUpModes).optional(),
    signUpDomains: signUpDomains.optional(),
    keepEventsDays: days.optional(),
    keepSessionsDays: days.optional(),
    keepPeopleDays: days.optional(),
    keepChatDays: days.optional(),
    keepShowsDays: days.optional(),
  }),
  response: installation,
  errors: ["settings-changed"],
  example: { body: { signUp: "domains", signUpDomains: ["example.com"] }, response: example },
});
export type ChangedSettings = z.output<typeof changeSettings.body>;

const picture = z.instanceof(Uint8Array);
const aPicture = new Uint8Array();

/** The server re-encodes every logo in this format, which can be transparent. */
export const logoMediaType = "image/webp";

export const putLogo = endpoint({
  method: "PUT",
  path: "/installation/logo",
  summary:
    "Set the logo of this installation: a JPEG, PNG or WebP of at most 1 MiB and 6 megapixels. Transparency is kept.",
  access: "admin",
  scope: null,
  takes: { types: pictureTypes, as: "bytes", maxBytes: logoMaxBytes },
  body: picture,
  response: installation,
  errors: ["too-many-requests"],
  example: { body: aPicture, response: example },
});

export const removeLogo = endpoint({
  method: "DELETE",
  path: "/installation/logo",
  summary: "Remove the logo of this installation.",
  access: "admin",
  scope: null,
  response: installation,
  errors: [],
  example: { response: { ...example, logo: null } },
});

export const readLogo = endpoint({
  method: "GET",
  path: "/installation/logo",
  summary:
    "Get the logo of this installation, at the path that its settings have. The response can be cached forever.",
  access: "public",
  scope: null,
  produces: logoMediaType,
  query: z.object({ digest: z.string().max(64) }),
  response: picture,
  errors: ["picture-not-found"],
  example: { query: { digest }, response: aPicture },
});
