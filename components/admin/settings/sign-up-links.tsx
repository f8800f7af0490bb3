"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AdminRow, Details } from "@/components/admin/admin-list";
import { SignUpLinkForm } from "@/components/admin/settings/sign-up-link-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { LocalTime } from "@/components/ui/local-time";
import { SectionHeading } from "@/components/ui/page";
import { type SignUpLinks, useSignUpLinks } from "@/lib/client/admin/use-sign-up-links";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { SignUpLink } from "@/lib/contracts/admin/sign-up-links";
import { isolated } from "@/lib/words/isolated";

/** The links to sign up with: created and shown once, listed, revoked. */
export function SignUpLinksSection({ first }: { first: SignUpLink[] }) {
  const t = useTranslations("settings.links");
  const signUpLinks = useSignUpLinks(first);
  const { links, made } = signUpLinks;
  const [open, setOpen] = useState(false);

  function openOrClose(next: boolean) {
    setOpen(next);
    if (!next) signUpLinks.forgetMade();
  }

  return (
    <section aria-labelledby="sign-up-links" className="mb-10">
      <SectionHeading
        id="sign-up-links"
        title={t("title")}
        actions={
          <Dialog
            title={t(made ? "made-title" : "new-title")}
            description={made ? t("made-words") : undefined}
            open={open}
            trigger={
              <Button size="sm">
                <Plus aria-hidden="true" />
                {t("new")}
              </Button>
            }
            onOpenChange={openOrClose}
          >
            {made ? (
              <>
                <CopyField label={t("link")} value={made} />
                <DialogFooter>
                  <Button variant="primary" onClick={() => openOrClose(false)}>
                    {t("done")}
                  </Button>
                </DialogFooter>
              </>
            ) : (
              <SignUpLinkForm signUpLinks={signUpLinks} />
            )}
          </Dialog>
        }
      />
      <p className="mb-4 text-ink-soft">{t("lede")}</p>
      {links.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <ul aria-labelledby="sign-up-links" className="divide-y divide-line border-y border-line">
          {links.map((link) => (
            <LinkRow key={link.id} link={link} revoke={signUpLinks.revoke} />
          ))}
        </ul>
      )}
    </section>
  );
}

type LinkRowProps = { link: SignUpLink; revoke: SignUpLinks["revoke"] };

function LinkRow({ link, revoke }: LinkRowProps) {
  const t = useTranslations("settings.links");
  const { id, uses, maxUses, works, expiresAt } = link;
  const label = isolated(link.label);
  const idle = uses < maxUses ? "not-working" : "used-up";
  return (
    <AdminRow
      title={link.label}
      badges={works ? [] : [t(idle)]}
      action={
        <ConfirmDialog
          title={t("revoke-question", { label })}
          consequence={t("revoke-words")}
          verb={t("revoke")}
          trigger={
            <Button size="sm" variant="quiet" aria-label={t("revoke-of", { label })}>
              {t("revoke")}
            </Button>
          }
          onConfirm={() =>
            runWithToast(() => revoke(id), {
              done: t("revoked", { label }),
              failed: t("still-works", { label }),
            })
          }
        />
      }
    >
      <Details>
        <span>{t("uses", { uses, max: maxUses })}</span>
        <span>{t.rich("expires", { time: () => <LocalTime value={expiresAt} /> })}</span>
        <span>{t("by", { name: isolated(link.createdBy) })}</span>
      </Details>
    </AdminRow>
  );
}
