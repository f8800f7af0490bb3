"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiKeyForm } from "@/components/accounts/api-key-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { LocalTime } from "@/components/ui/local-time";
import { SectionHeading } from "@/components/ui/page";
import { type ApiKeys, useApiKeys } from "@/lib/client/accounts/use-api-keys";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { ApiKey } from "@/lib/contracts/accounts/api-keys";
import type { Scope } from "@/lib/contracts/common/scopes";
import { isolated } from "@/lib/words/isolated";

type ApiKeysSectionProps = { first: ApiKey[]; grantable: Scope[] };

/** The account's API keys: created and shown once, listed with their last use, revoked. */
export function ApiKeysSection({ first, grantable }: ApiKeysSectionProps) {
  const t = useTranslations("accounts.keys");
  const apiKeys = useApiKeys(first);
  const [open, setOpen] = useState(false);

  function openOrClose(next: boolean) {
    setOpen(next);
    if (!next) apiKeys.forgetMade();
  }

  return (
    <section aria-labelledby="api-keys" className="mb-10">
      <SectionHeading
        id="api-keys"
        title={t("title")}
        actions={
          <Dialog
            title={t(apiKeys.made ? "made-title" : "new-title")}
            description={apiKeys.made ? t("made-words") : undefined}
            open={open}
            trigger={
              <Button size="sm">
                <Plus aria-hidden="true" />
                {t("new")}
              </Button>
            }
            onOpenChange={openOrClose}
          >
            {apiKeys.made ? (
              <>
                <CopyField label={t("key")} value={apiKeys.made} />
                <DialogFooter>
                  <Button variant="primary" onClick={() => openOrClose(false)}>
                    {t("done")}
                  </Button>
                </DialogFooter>
              </>
            ) : (
              <ApiKeyForm apiKeys={apiKeys} grantable={grantable} />
            )}
          </Dialog>
        }
      />
      <p className="mb-4 text-ink-soft">{t("lede")}</p>
      <KeyList apiKeys={apiKeys} />
    </section>
  );
}

function KeyList({ apiKeys: { keys, revoke } }: { apiKeys: ApiKeys }) {
  const t = useTranslations("accounts.keys");
  if (keys.length === 0) return <p>{t("none")}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {keys.map((key) => (
        <KeyRow key={key.id} apiKey={key} revoke={revoke} />
      ))}
    </ul>
  );
}

function KeyRow({ apiKey, revoke }: { apiKey: ApiKey; revoke: ApiKeys["revoke"] }) {
  const t = useTranslations("accounts.keys");
  const { name, lastUsedAt } = apiKey;

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p dir="auto" className="truncate font-medium">
          {name}
        </p>
        <p className="text-sm text-ink-soft">{`…${apiKey.ending} · ${apiKey.scopes.join(", ")}`}</p>
        <p className="text-sm text-ink-soft">
          {lastUsedAt
            ? t.rich("last-used", { time: () => <LocalTime value={lastUsedAt} /> })
            : t("not-used")}
        </p>
      </div>
      <ConfirmDialog
        title={t("revoke-question", { name: isolated(name) })}
        consequence={t("revoke-words")}
        verb={t("revoke")}
        trigger={
          <Button size="sm" variant="quiet" aria-label={t("revoke-of", { name: isolated(name) })}>
            {t("revoke")}
          </Button>
        }
        onConfirm={() =>
          runWithToast(() => revoke(apiKey.id), {
            done: t("revoked", { name: isolated(name) }),
            failed: t("still-works", { name: isolated(name) }),
          })
        }
      />
    </li>
  );
}
