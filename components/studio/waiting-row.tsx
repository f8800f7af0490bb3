"use client";

import { Button } from "@/components/ui/button";
import { Elapsed } from "@/components/ui/elapsed";
import type { Decision } from "@/lib/client/waiting-list";
import type { WaitingGuest } from "@/lib/contracts/livestreams";

type WaitingRowProps = {
  guest: WaitingGuest;
  /** What the server has been asked and has not answered yet. */
  deciding: Decision | null;
  onDecide: (decision: Decision) => void;
};

export function WaitingRow({ guest, deciding, onDecide }: WaitingRowProps) {
  const { name, connected, knockedAt, mayDecide } = guest;
  return (
    <li className="flex animate-arrive flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-28">
        <p className="font-medium">{name}</p>
        <p className="text-sm text-ink-soft">
          <Elapsed since={knockedAt} className="text-wait-text" />
          <span> · {connected ? "Ready" : "Connecting"}</span>
        </p>
      </div>
      {mayDecide ? (
        <div className="flex gap-2">
          <Button
            size="sm"
            aria-label={`Deny ${name}`}
            pending={deciding === "deny"}
            disabled={deciding === "admit"}
            onClick={() => onDecide("deny")}
          >
            Deny
          </Button>
          <Button
            size="sm"
            variant="primary"
            aria-label={`Admit ${name}`}
            pending={deciding === "admit"}
            disabled={deciding === "deny"}
            onClick={() => onDecide("admit")}
          >
            Admit
          </Button>
        </div>
      ) : (
        <p className="basis-full text-sm text-ink-soft">
          An admin of the invite’s organization decides.
        </p>
      )}
    </li>
  );
}
