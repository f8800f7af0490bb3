"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { ApiKeyForm } from "@/components/accounts/api-key-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { LocalTime } from "@/components/ui/local-time";
import { SectionHeading } from "@/components/ui/page";
import { toast } from "@/components/ui/toast";
import { saidBy } from "@/lib/client/said-by";
import { type ApiKeys, useApiKeys } from "@/lib/client/use-api-keys";
import type { ApiKey } from "@/lib/contracts/api-keys";
import type { Scope } from "@/lib/contracts/scopes";

type ApiKeysSectionProps = { first: ApiKey[]; grantable: Scope[] };

/** The account's keys: made and shown once, listed with their last use, revoked. */
export function ApiKeysSection({ first, grantable }: ApiKeysSectionProps) {
  const apiKeys = useApiKeys(first);
  const [open, setOpen] = useState(false);

  function openOrClose(next: boolean) {
    setOpen(next);
    if (!next) apiKeys.forgetMade();
  }

  return (
    <section aria-labelledby="api-keys">
      <SectionHeading
        id="api-keys"
        title="API keys"
        actions={
          <Button size="sm" onClick={() => openOrClose(true)}>
            <Plus aria-hidden="true" />
            New key
          </Button>
        }
      />
      <p className="mb-4 text-ink-soft">
        A server of yours sends a key as its bearer token and acts as you, within what the key may
        do.
      </p>
      <KeyList apiKeys={apiKeys} />
      <Dialog
        title={apiKeys.made ? "Your new key" : "New API key"}
        description={
          apiKeys.made
            ? "Copy it now. It is not shown again, and nobody can look it up."
            : undefined
        }
        open={open}
        onOpenChange={openOrClose}
      >
        {apiKeys.made ? (
          <div className="flex flex-col gap-5">
            <CopyField label="Key" value={apiKeys.made} />
            <Button variant="primary" onClick={() => openOrClose(false)}>
              Done
            </Button>
          </div>
        ) : (
          <ApiKeyForm apiKeys={apiKeys} grantable={grantable} />
        )}
      </Dialog>
    </section>
  );
}

function KeyList({ apiKeys: { keys, revoke } }: { apiKeys: ApiKeys }) {
  if (keys.length === 0) return <p>You have no keys.</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {keys.map((key) => (
        <KeyRow key={key.id} apiKey={key} revoke={revoke} />
      ))}
    </ul>
  );
}

function KeyRow({ apiKey, revoke }: { apiKey: ApiKey; revoke: ApiKeys["revoke"] }) {
  async function confirm() {
    try {
      await revoke(apiKey.id);
      toast.done(`${apiKey.name} was revoked.`);
    } catch (error) {
      toast.problem(`${apiKey.name} still works.`, { description: saidBy(error) });
      throw error;
    }
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="truncate font-medium">{apiKey.name}</p>
        <p className="text-sm text-ink-soft">
          …{apiKey.ending} · {apiKey.scopes.join(", ")}
        </p>
        <p className="text-sm text-ink-soft">
          {apiKey.lastUsedAt ? (
            <>
              Last used <LocalTime value={apiKey.lastUsedAt} />
            </>
          ) : (
            "Not used yet"
          )}
        </p>
      </div>
      <ConfirmDialog
        title={`Revoke ${apiKey.name}?`}
        consequence="Whatever uses this key is refused from now on. This cannot be undone."
        verb="Revoke"
        trigger={
          <Button size="sm" variant="quiet" aria-label={`Revoke ${apiKey.name}`}>
            Revoke
          </Button>
        }
        onConfirm={confirm}
      />
    </li>
  );
}
