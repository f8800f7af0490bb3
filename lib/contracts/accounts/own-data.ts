import { z } from "zod";
import { apiKey } from "@/lib/contracts/accounts/api-keys";
import { brand } from "@/lib/contracts/accounts/brand";
import { session } from "@/lib/contracts/accounts/sessions";
import { decisionEvents } from "@/lib/contracts/common/decisions";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { accountId, instant, mint, orgId } from "@/lib/contracts/common/fields";
import { reportReasons } from "@/lib/contracts/common/report-reasons";
import { memberRoles, participantRoles } from "@/lib/contracts/common/roles";
import { livestream, person } from "@/lib/contracts/livestreams";
import { organization } from "@/lib/contracts/organizations";
import { currentPassword, profile } from "./auth";

/** The most that a deletion lists and takes. */
const choicesMax = 100;

const deletionPlan = z.object({
  /** Why the account cannot be deleted; null if it can. */
  refusal: z.enum(["super-admin", "no-password"]).nullable(),
  /** The organizations that depend on the account, and those that its livestreams belong to. */
  organizations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Whether the account is its only owner. */
      onlyOwner: z.boolean(),
      /** How many of the account's livestreams belong to it. */
      livestreams: z.int(),
      /**
       * Its other owners and admins, longest-serving owners first. One of them takes over the organization and
       * these livestreams, by default the first. If there are none, both are deleted.
       */
      successors: z.array(person),
    }),
  ),
  /** The account's shows that are live now: the 100 newest. */
  live: z.array(
    z.object({
      mint,
      title: z.string(),
      /** Whether it goes on with its organization. Otherwise it ends, unless a co-host is chosen. */
      stays: z.boolean(),
    }),
  ),
  /** The account's livestreams with co-hosts: the 100 newest. */
  livestreams: z.array(
    z.object({
      mint,
      title: z.string(),
      /** Whether it stays with its organization unless a co-host is chosen. Otherwise it is deleted. */
      stays: z.boolean(),
      /** Its co-hosts, who can take it over. */
      successors: z.array(person),
    }),
  ),
});
export type DeletionPlan = z.infer<typeof deletionPlan>;

export const planDeletion = endpoint({
  method: "GET",
  path: "/auth/deletion",
  summary: "Show what deleting your account would delete, and who could take over what.",
  access: "person",
  scope: null,
  response: deletionPlan,
  errors: [],
  example: {
    response: {
      refusal: null,
      organizations: [
        {
          id: sample.orgId,
          name: "Acme",
          onlyOwner: true,
          livestreams: 3,
          successors: [sample.person],
        },
      ],
      live: [{ mint: sample.mint, title: sample.livestream.title, stays: false }],
      livestreams: [
        {
          mint: sample.mint,
          title: sample.livestream.title,
          stays: false,
          successors: [sample.person],
        },
      ],
    },
  },
});

export const deleteAccount = endpoint({
  method: "POST",
  path: "/auth/deletion",
  summary:
    "Delete your account for good. Its sessions, API keys, stream keys and invites stop working and its " +
    "connections close immediately. Its livestreams and organizations go to the named successors, or as " +
    "`GET /auth/deletion` says; live shows that are deleted end first. Its messages in other chats stay " +
    "without its name. No one can take its handle for 90 days.",
  access: "person",
  scope: null,
  body: z.object({
    currentPassword,
    /** The successors for organizations, where it is not the first one listed. */
    organizations: z
      .array(z.strictObject({ id: orgId, to: accountId }))
      .max(choicesMax)
      .default([]),
    /** The co-hosts who take over livestreams. */
    livestreams: z
      .array(z.strictObject({ mint, to: accountId }))
      .max(choicesMax)
      .default([]),
  }),
  response: z.object({ deleted: z.literal(true) }),
  errors: [
    "wrong-password",
    "super-admin-stays",
    "livestream-live",
    "too-many-requests",
    "livekit-unavailable",
  ],
  example: {
    body: {
      currentPassword: "the engine weaves",
      organizations: [{ id: sample.orgId, to: sample.person.id }],
      livestreams: [{ mint: sample.mint, to: sample.person.id }],
    },
    response: { deleted: true },
  },
});

const ownData = z.object({
  exportedAt: instant,
  /** The lists that were cut to their newest 20,000 entries. */
  cut: z.array(z.string()),
  account: profile,
  formerHandles: z.array(z.object({ handle: z.string(), until: instant })),
  /** The sign-in provider’s accounts that lead to this one. */
  linkedIdentities: z.array(
    z.object({ issuer: z.string(), subject: z.string(), linkedAt: instant }),
  ),
  sessions: z.array(session),
  apiKeys: z.array(apiKey),
  organizations: z.array(organization),
  /** The brand kits of the organizations it owns. */
  brands: z.array(brand.extend({ orgId: z.string() })),
  livestreams: z.array(livestream),
  /** Other people's livestreams that the account co-hosts, or may watch although they are private. */
  memberships: z.array(z.object({ mint, role: z.enum(memberRoles), since: instant })),
  /** Without their links, which let anyone knock. */
  invites: z.array(
    z.object({
      mint,
      label: z.string().nullable(),
      maxUses: z.int().nullable(),
      createdAt: instant,
      expiresAt: instant.nullable(),
      revokedAt: instant.nullable(),
    }),
  ),
  /** Links to the programme, without their keys. */
  programmeLinks: z.array(z.object({ mint, createdAt: instant })),
  /** In the public chat (`show`) and the one of hosts and guests. */
  messages: z.array(
    z.object({
      mint,
      chat: z.enum(["show", "backstage"]),
      sentAt: instant,
      /** Null if it was deleted. */
      text: z.string().nullable(),
    }),
  ),
  /** Without the people they were about. */
  decisions: z.array(
    z.object({
      /** Null for decisions about accounts and the installation. */
      mint: mint.nullable(),
      event: z.enum(decisionEvents),
      detail: z.string().nullable(),
      createdAt: instant,
    }),
  ),
  /** Active bans and mutes of the account. Their reason and the host are only for hosts. */
  restrictions: z.array(
    z.object({
      mint,
      kind: z.enum(["ban", "mute"]),
      createdAt: instant,
      endsAt: instant.nullable(),
    }),
  ),
  /** Reports that the account sent. */
  reports: z.array(
    z.object({
      mint,
      /** The message's number in the chat; null for a report about the livestream itself. */
      message: z.int().nullable(),
      reason: z.enum(reportReasons),
      note: z.string().nullable(),
      createdAt: instant,
    }),
  ),
  /** Rooms that the account connected to, as far as they are still known. */
  visits: z.array(
    z.object({
      mint,
      role: z.enum(participantRoles),
      hidden: z.boolean(),
      connectedAt: instant.nullable(),
      leftAt: instant.nullable(),
    }),
  ),
});
export type OwnData = z.input<typeof ownData>;

export const exportData = endpoint({
  method: "GET",
  path: "/auth/my-data",
  summary:
    "Download what is stored about you: account, sessions, keys, organizations, brand kits, livestreams, invites, " +
    "messages, decisions, restrictions and reports. Contains no secrets and no one else's private data.",
  access: "person",
  scope: null,
  response: ownData,
  errors: ["too-many-requests"],
  example: {
    response: {
      exportedAt: sample.at,
      cut: [],
      account: sample.profile,
      formerHandles: [],
      linkedIdentities: [],
      sessions: [],
      apiKeys: [],
      organizations: [],
      brands: [],
      livestreams: [sample.livestream],
      memberships: [],
      invites: [],
      programmeLinks: [],
      messages: [{ mint: sample.mint, chat: "show", sentAt: sample.at, text: sample.message.text }],
      decisions: [
        { mint: sample.mint, event: "guest_admitted", detail: "stage", createdAt: sample.at },
      ],
      restrictions: [],
      reports: [],
      visits: [],
    },
  },
});
