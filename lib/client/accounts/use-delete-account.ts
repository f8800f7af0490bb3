"use client";

import { useState } from "react";
import { toast } from "@/lib/client/browser/toast";
import { call } from "@/lib/client/server-api/api";
import {
  type FormState,
  idle,
  refusedAt,
  refusedBy,
  sending,
} from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import { useLoaded } from "@/lib/client/server-api/use-loaded";
import type { DeletionPlan, deleteAccount, planDeletion } from "@/lib/contracts/accounts/own-data";

/** The chosen successors, by `chosenName`; empty or missing for the default. */
export type Choices = Readonly<Record<string, string>>;

export const chosenName = (kind: "organization" | "livestream", id: string) => `${kind} ${id}`;

/** Loads what would happen, while the dialog is open. */
export const useDeletionPlan = (open: boolean) =>
  useLoaded(open ? "deletion" : null, (signal) =>
    call<typeof planDeletion>("GET", "/auth/deletion", {}, signal),
  );

/** The organizations, and the number of livestreams, that are deleted with these choices. */
export function goesWith({ organizations, livestreams }: DeletionPlan, choices: Choices) {
  const gone = organizations.filter(({ successors }) => successors.length === 0);
  const owned = gone.reduce((sum, each) => sum + each.livestreams, 0);
  const saved = livestreams.filter(
    ({ mint, stays }) => !stays && choices[chosenName("livestream", mint)],
  );
  return { organizations: gone, livestreams: owned - saved.length };
}

/** The shows on air that end with these choices, and those that go on. */
export function onAirWith({ live }: DeletionPlan, choices: Choices) {
  const goesOn = ({ mint, stays }: DeletionPlan["live"][number]) =>
    stays || Boolean(choices[chosenName("livestream", mint)]);
  return { ending: live.filter((show) => !goesOn(show)), goingOn: live.filter(goesOn) };
}

const fieldOf = { "wrong-password": "currentPassword" };

/** State of the form that deletes the account. */
export function useDeleteAccount(plan: DeletionPlan, choices: Choices, onDeleted: () => void) {
  const [state, setState] = useState<FormState>(idle);

  async function submit(fields: FormData) {
    const currentPassword = String(fields.get("currentPassword") ?? "");
    if (!currentPassword) {
      return setState(refusedAt("currentPassword", say("own-data.delete.password-missing")));
    }
    setState(sending);
    try {
      await call<typeof deleteAccount>("POST", "/auth/deletion", {
        body: { currentPassword, ...wishOf(plan, choices) },
      });
    } catch (error) {
      return setState(refusedBy(error, fieldOf));
    }
    toast.done(say("own-data.delete.done"));
    onDeleted();
  }

  return { state, submit };
}

function wishOf({ organizations, livestreams }: DeletionPlan, choices: Choices) {
  return {
    organizations: organizations.flatMap(({ id }) => {
      const to = choices[chosenName("organization", id)];
      return to ? [{ id, to }] : [];
    }),
    livestreams: livestreams.flatMap(({ mint }) => {
      const to = choices[chosenName("livestream", mint)];
      return to ? [{ mint, to }] : [];
    }),
  };
}
