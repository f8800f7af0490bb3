"use client";

import { useTranslations } from "next-intl";
import { AccountActions } from "@/components/admin/account-actions";
import { AdminList, AdminRow, Details } from "@/components/admin/admin-list";
import { LocalTime } from "@/components/ui/local-time";
import { type ManagedAccounts, useAccounts } from "@/lib/client/admin/use-accounts";
import type { Paged, Wish } from "@/lib/client/admin/use-paged";
import type { ManagedAccount } from "@/lib/contracts/admin/accounts";
import type { AccountRole } from "@/lib/grants/account-capabilities";
import { isolated } from "@/lib/words/isolated";

type AccountListProps = { first: Paged<ManagedAccount>; wish: Wish; myRole: AccountRole };

export function AccountList({ first, wish, myRole }: AccountListProps) {
  const t = useTranslations("admin");
  const accounts = useAccounts(first, wish);
  return (
    <AdminList
      label={t("sections.accounts")}
      list={accounts.list}
      none={t("accounts.none")}
      row={(account) => (
        <AccountRow key={account.id} account={account} accounts={accounts} myRole={myRole} />
      )}
    />
  );
}

type AccountRowProps = {
  account: ManagedAccount;
  accounts: ManagedAccounts;
  myRole: AccountRole;
};

function AccountRow({ account, accounts, myRole }: AccountRowProps) {
  const t = useTranslations("admin.accounts");
  const { name, handle, email, role, suspension, createdAt, lastSeenAt, livestreams } = account;
  const badges = [
    ...(role === "user" ? [] : [t(`roles.${role}`)]),
    ...(suspension ? [t("suspended")] : []),
  ];
  return (
    <AdminRow
      title={name}
      badges={badges}
      action={<AccountActions account={account} accounts={accounts} myRole={myRole} />}
    >
      <p>{`@${handle} · ${email}`}</p>
      <Details>
        <span>
          {t.rich("created", { time: () => <LocalTime value={createdAt} format="date" /> })}
        </span>
        <span>
          {lastSeenAt
            ? t.rich("last-seen", { time: () => <LocalTime value={lastSeenAt} /> })
            : t("not-seen")}
        </span>
        <span>{t("livestreams", { count: livestreams })}</span>
      </Details>
      {suspension ? (
        <p className="in-line">
          {t.rich("suspended-since", {
            time: () => <LocalTime value={suspension.since} />,
            reason: isolated(suspension.reason),
          })}
        </p>
      ) : null}
    </AdminRow>
  );
}
