"use client";

import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import {
  type FormState,
  idle,
  refusedAt,
  refusedBy,
  sending,
} from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import type {
  createSignUpLink,
  revokeSignUpLink,
  SignUpLink,
} from "@/lib/contracts/admin/sign-up-links";

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
  const [links, setLinks] = useState(first);
  const [made, setMade] = useState<string | null>(null);
  const [state, setState] = useState<FormState>(idle);

  async function create(fields: FormData) {
    const text = (field: string) => String(fields.get(field) ?? "").trim();
    if (!text("label")) return setState(refusedAt("label", say("settings.links.label-missing")));
    setState(sending);
    try {
      const body = {
        label: text("label"),
        maxUses: Number(text("maxUses")),
        validDays: Number(text("validDays")),
      };
      const { url, ...link } = await call<typeof createSignUpLink>(
        "POST",
        "/installation/sign-up-links",
        { body },
      );
      setLinks((known) => [link, ...known]);
      setMade(url);
      setState(idle);
    } catch (error) {
      setState(refusedBy(error));
    }
  }

  async function revoke(id: string) {
    const params = { id };
    await call<typeof revokeSignUpLink>("DELETE", "/installation/sign-up-links/{id}", { params });
    setLinks((known) => known.filter((each) => each.id !== id));
  }

  return { links, made, state, create, forgetMade: () => setMade(null), revoke };
}
