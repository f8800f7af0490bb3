"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LocalTime } from "@/components/ui/local-time";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { StreamKeys } from "@/lib/client/studio/use-stream-keys";
import type { StreamKey } from "@/lib/contracts/stream-keys";
import { isolated } from "@/lib/words/isolated";

export function StreamKeyList({ keys }: { keys: StreamKeys }) {
  const t = useTranslations("stream-keys");
  const listed = keys.list.value ?? [];
  if (listed.length === 0) return null;
  return (
    <section>
      <h3 className="text-sm font-medium">{t("keys")}</h3>
      <ul className="mt-1 divide-y divide-line border-y border-line">
        {listed.map((key) => (
          <KeyRow key={key.id} streamKey={key} keys={keys} />
        ))}
      </ul>
    </section>
  );
}

type KeyRowProps = { streamKey: StreamKey; keys: StreamKeys };

function KeyRow({ streamKey, keys }: KeyRowProps) {
  const t = useTranslations("stream-keys");
  const { id, name, ending } = streamKey;

  const replace = () =>
    runWithToast(() => keys.replace(id), { failed: t("replace.failed", { name: isolated(name) }) });
  const revoke = () =>
    runWithToast(() => keys.revoke(id), {
      done: t("revoke.done", { name: isolated(name) }),
      failed: t("revoke.failed", { name: isolated(name) }),
    });

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2">
      <div className="min-w-0 flex-1 basis-44">
        <p className="truncate">
          <bdi>{name}</bdi> <span className="text-ink-soft">…{ending}</span>
        </p>
        <p className="text-sm text-ink-soft">
          <KeyUse streamKey={streamKey} />
        </p>
      </div>
      <div className="flex gap-1">
        <ConfirmDialog
          title={t("replace.title", { name: isolated(name) })}
          consequence={t("replace.consequence")}
          verb={t("replace.verb")}
          trigger={
            <Button
              size="sm"
              variant="quiet"
              aria-label={t("replace.of", { name: isolated(name) })}
            >
              {t("replace.verb")}
            </Button>
          }
          onConfirm={replace}
        />
        <ConfirmDialog
          title={t("revoke.title", { name: isolated(name) })}
          consequence={t("revoke.consequence")}
          verb={t("revoke.verb")}
          trigger={
            <Button size="sm" variant="quiet" aria-label={t("revoke.of", { name: isolated(name) })}>
              {t("revoke.verb")}
            </Button>
          }
          onConfirm={revoke}
        />
      </div>
    </li>
  );
}

function KeyUse({ streamKey: { connected, lastUsedAt } }: { streamKey: StreamKey }) {
  const t = useTranslations("stream-keys");
  if (connected) return <strong className="font-medium text-ink">{t("connected")}</strong>;
  if (!lastUsedAt) return t("unused");
  return t.rich("last-used", { time: () => <LocalTime value={lastUsedAt} /> });
}
