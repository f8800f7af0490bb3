"use client";

import { Building2, ChevronDown, KeyRound, LogOut, Radio, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Link } from "@/components/ui/link";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { useSignOut } from "@/lib/client/accounts/use-sign-out";
import { useInstallation } from "@/lib/client/browser/installation";
import { toast } from "@/lib/client/browser/toast";
import { organizationsPath } from "@/lib/client/organizations/organization-paths";
import { isolated } from "@/lib/words/isolated";

export type SiteAccount = {
  name: string;
  handle: string;
  picture: string | null;
  isAdmin: boolean;
};

export function AccountMenu({ account }: { account: SiteAccount }) {
  const t = useTranslations("site");
  const { state, busy, question, ask } = useSignOut();
  const { hostAwayEndMinutes } = useInstallation();
  useEffect(() => {
    if (state.name === "failed") toast.problem(state.message, { id: "sign-out" });
  }, [state]);
  return (
    <>
      <Menu
        trigger={
          <Button
            variant="quiet"
            pending={busy}
            aria-label={t("account-of", { name: isolated(account.name) })}
            className="px-1.5!"
          >
            <Avatar name={account.name} picture={account.picture} size="sm" />
            <ChevronDown aria-hidden="true" />
          </Button>
        }
      >
        <MenuLabel>
          <span dir="auto" className="block truncate font-medium text-ink">
            {account.name}
          </span>
          {`@${account.handle}`}
        </MenuLabel>
        <MenuSeparator />
        <MenuItem asChild>
          <Link href="/studio">
            <Radio aria-hidden="true" />
            {t("my-livestreams")}
          </Link>
        </MenuItem>
        <MenuItem asChild>
          <Link href={organizationsPath}>
            <Building2 aria-hidden="true" />
            {t("organizations")}
          </Link>
        </MenuItem>
        <MenuItem asChild>
          <Link href="/account">
            <KeyRound aria-hidden="true" />
            {t("account")}
          </Link>
        </MenuItem>
        {account.isAdmin ? (
          <MenuItem asChild>
            <Link href="/admin">
              <ShieldCheck aria-hidden="true" />
              {t("admin")}
            </Link>
          </MenuItem>
        ) : null}
        <MenuItem icon={<LogOut aria-hidden="true" />} disabled={busy} onSelect={() => void ask()}>
          {t("sign-out")}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={question.open}
        onOpenChange={(open) => {
          if (!open) question.close();
        }}
        title={t("sign-out-on-air.title", { title: isolated(question.title) })}
        consequence={t("sign-out-on-air.consequence", { minutes: hostAwayEndMinutes })}
        verb={t("sign-out")}
        onConfirm={question.confirm}
      />
    </>
  );
}
