import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { identity, instant, mint } from "@/lib/contracts/common/fields";
import { nextCursor, paging } from "./paging";

export const restrictionKinds = ["ban", "mute"] as const;
const kind = z.enum(restrictionKinds);

const show = z.object({ mint: z.string(), title: z.string() });

/** A ban from a livestream, or a mute in its chat. */
const showRestriction = z
  .object({
    kind,
    show,
    /** An account id, or a guest's identity: the latest of the guest's browser. */
    subject: z.string(),
    name: z.string(),
    reason: z.string().nullable(),
    createdAt: instant,
    /** The name of the host who decided; null if their account was deleted. */
    createdBy: z.string().nullable(),
    /** When it ends; null if it is permanent. */
    endsAt: instant.nullable(),
  })
  .meta({ id: "ShowRestriction" });
export type ShowRestriction = z.infer<typeof showRestriction>;

export const listAllRestrictions = endpoint({
  method: "GET",
  path: "/installation/restrictions",
  summary:
    "List the bans and mutes that still hold, in all livestreams, newest first. `q` searches people, hosts, " +
    "livestreams and reasons.",
  access: "admin",
  scope: null,
  query: z.object({ ...paging, kind: kind.optional() }),
  response: z.object({ restrictions: z.array(showRestriction), nextCursor }),
  errors: [],
  example: {
    query: { kind: "ban" },
    response: {
      restrictions: [
        {
          kind: "ban",
          show: { mint: sample.mint, title: sample.livestream.title },
          subject: sample.person.id,
          name: "Grace Hopper",
          reason: "Spam",
          createdAt: sample.at,
          createdBy: "Ada Lovelace",
          endsAt: null,
        },
      ],
      nextCursor: null,
    },
  },
});

export const liftAnyRestriction = endpoint({
  method: "DELETE",
  path: "/installation/restrictions/{mint}/{subject}/{kind}",
  summary:
    "Lift a ban or mute in any livestream. A banned guest returns to the waiting room if their invite still works.",
  access: "admin",
  scope: null,
  params: z.object({ mint, subject: identity, kind }),
  response: z.object({ lifted: z.literal(true) }),
  errors: ["livestream-not-found"],
  example: {
    params: { mint: sample.mint, subject: sample.person.id, kind: "ban" },
    response: { lifted: true },
  },
});
