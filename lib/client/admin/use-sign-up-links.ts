"use client";

import { useCreatedOnce } from "@/lib/client/accounts/use-created-once";
import { call } from "@/lib/client/server-api/api";
import { type FormState, refusedAt } from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import type {
  createSignUpLink,
  revokeSignUpLink,
  SignUpLink,
} from "@/lib/contracts/admin/sign-up-links";

const path = "/installation/sign-up-links";

export type SignUpLinks = {
  links: SignUpLink[];
  /** The link just created. This is the only time it can be read. */
  made: string | null;
  state: FormState;
  create: (fields: FormData) => Promise<void>;
  forgetMade: () => void;
  /** @throws ApiError */
  revoke: (id: string) => Promise<void>;
};

/** The links to sign up with, starting with those rendered on the server. */
export function useSignUpLinks(first: SignUpLink[]): SignUpLinks {
  const { rows, refuse, create, revoke, ...shown } = useCreatedOnce(first);
  return {
    ...shown,
    links: rows,
    create: async (fields) => {
      const text = (field: string) => String(fields.get(field) ?? "").trim();
      const label = text("label");
      if (!label) return refuse(refusedAt("label", say("settings.links.label-missing")));
      await create(async () => {
        const numbers = { maxUses: Number(text("maxUses")), validDays: Number(text("validDays")) };
        const body = { label, ...numbers };
        const { url, ...row } = await call<typeof createSignUpLink>("POST", path, { body });
        return { row, secret: url };
      });
    },
    revoke: (id) =>
      revoke(id, () => call<typeof revokeSignUpLink>("DELETE", `${path}/{id}`, { params: { id } })),
  };
}
