"use client";

import { useTranslations } from "next-intl";
import { AdminRow, Details } from "@/components/admin/admin-list";
import { SignUpLinkForm } from "@/components/admin/settings/sign-up-link-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CreateOnceDialog } from "@/components/ui/create-once-dialog";
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
  const { links } = signUpLinks;
  return (
    <section aria-labelledby="sign-up-links" className="mb-10">
      <SectionHeading
        id="sign-up-links"
        title={t("title")}
        actions={
          <CreateOnceDialog
            t={t}
            label={t("link")}
            made={signUpLinks.made}
            forgetMade={signUpLinks.forgetMade}
          >
            <SignUpLinkForm signUpLinks={signUpLinks} />
          </CreateOnceDialog>
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
