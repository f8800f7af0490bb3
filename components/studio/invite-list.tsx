"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LocalTime } from "@/components/ui/local-time";
import { toast } from "@/components/ui/toast";
import { saidBy } from "@/lib/client/said-by";
import type { Invites } from "@/lib/client/use-invites";
import type { InviteSummary } from "@/lib/contracts/guests";

const whoAdmits = {
  hosts: "Hosts admit",
  "any-admin": "Any admin admits",
  "named-admins": "Named admins admit",
} satisfies Record<InviteSummary["who"], string>;

const knocked = (guests: number, maxUses: number | null) => {
  if (maxUses === null) return `${guests} knocked`;
  return guests < maxUses ? `${guests} of ${maxUses} knocked` : `Used up: ${guests} knocked`;
};

export function InviteList({ invites: { invites, revoke } }: { invites: Invites }) {
  if (!invites || invites.length === 0) return null;

  async function takeBack(jti: string) {
    try {
      await revoke(jti);
    } catch (error) {
      toast.problem("The link still works.", { description: saidBy(error) });
    }
  }

  return (
    <section>
      <h3 className="text-sm font-medium">Links that work</h3>
      <ul className="mt-1 divide-y divide-line border-y border-line">
        {invites.map(({ jti, who, guests, maxUses, createdBy, expiresAt }) => (
          <li key={jti} className="flex items-center gap-3 py-2">
            <div className="min-w-0 flex-1">
              <p>
                {whoAdmits[who]} · {knocked(guests, maxUses)}
              </p>
              <p className="text-sm text-ink-soft">
                By {createdBy}, until <LocalTime value={expiresAt} format="day-time" />
              </p>
            </div>
            <ConfirmDialog
              title="Revoke this link?"
              consequence="It stops working at once, and who waits by it is sent away. Who is on stage stays."
              verb="Revoke"
              trigger={
                <Button size="sm" variant="quiet">
                  Revoke
                </Button>
              }
              onConfirm={() => takeBack(jti)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
