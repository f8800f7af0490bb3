"use client";

import { Building2, ChevronDown, KeyRound, LogOut, Radio } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { useSignOut } from "@/lib/client/accounts/use-sign-out";
import { toast } from "@/lib/client/browser/toast";
import { organizationsPath } from "@/lib/client/organizations/organization-paths";
import { isolated } from "@/lib/words/isolated";

export type SiteAccount = { name: string; handle: string; picture: string | null };

export function AccountMenu({ account }: { account: SiteAccount }) {
  const t = useTranslations("site");
  const { state, signOut } = useSignOut();
  useEffect(() => {
    if (state.name === "failed") toast.problem(state.message, { id: "sign-out" });
  }, [state]);
  return (
    <Menu
      trigger={
        <Button
          variant="quiet"
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
      <MenuItem
        icon={<LogOut aria-hidden="true" />}
        disabled={state.name === "sending"}
        onSelect={signOut}
      >
        {t("sign-out")}
      </MenuItem>
    </Menu>
  );
}
