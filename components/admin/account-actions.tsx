"use client";

import {
  ArrowRightLeft,
  Ban,
  Ellipsis,
  KeyRound,
  LogOut,
  Radio,
  ScrollText,
  ShieldHalf,
  Undo2,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { HandOverDialog } from "@/components/admin/hand-over-dialog";
import { ReasonDialog } from "@/components/admin/reason-dialog";
import { ResetLinkDialog } from "@/components/admin/reset-link-dialog";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { ManagedAccounts } from "@/lib/client/admin/use-accounts";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { ManagedAccount } from "@/lib/contracts/admin/accounts";
import { type AccountAction, type AccountRole, mayActOn } from "@/lib/grants/account-capabilities";
import { isolated } from "@/lib/words/isolated";

type AccountActionsProps = {
  account: ManagedAccount;
  accounts: ManagedAccounts;
  myRole: AccountRole;
};
type Open = "nothing" | "reset" | "sessions" | "suspend" | "role" | "hand-over";

/** The role that "Make admin" or "Remove as admin" leads to. */
const nextRoleOf = ({ role }: ManagedAccount) => (role === "admin" ? "user" : "admin");

/** What this admin can do to an account. */
export function AccountActions({ account, accounts, myRole }: AccountActionsProps) {
  const t = useTranslations("admin.accounts");
  const { handle } = account;
  const name = isolated(account.name);
  const nextRole = nextRoleOf(account);
  const [open, setOpen] = useState<Open>("nothing");
  const bind = (which: Open) => ({
    open: open === which,
    onOpenChange: (next: boolean) => setOpen(next ? which : "nothing"),
  });
  return (
    <>
      <AccountMenu
        account={account}
        myRole={myRole}
        onChoose={setOpen}
        onLift={() =>
          runWithToast(() => accounts.liftSuspension(handle), {
            done: t("lifted", { name }),
            failed: t("lift-failed", { name }),
          })
        }
      />
      <ResetLinkDialog handle={handle} {...bind("reset")} />
      <HandOverDialog handle={handle} name={name} {...bind("hand-over")} />
      <ReasonDialog
        title={t("suspend.question", { name })}
        consequence={t("suspend.words")}
        hint={t("suspend.hint")}
        verb={t("suspend.verb")}
        done={t("suspend.done", { name })}
        act={(reason) => accounts.suspend(handle, reason)}
        {...bind("suspend")}
      />
      <ConfirmDialog
        title={t("sessions.question", { name })}
        consequence={t("sessions.words")}
        verb={t("sessions.verb")}
        onConfirm={() =>
          runWithToast(() => accounts.endSessions(handle), {
            done: t("sessions.done", { name }),
            failed: t("sessions.failed", { name }),
          })
        }
        {...bind("sessions")}
      />
      <ConfirmDialog
        title={t(`role.${nextRole}.question`, { name })}
        consequence={t(`role.${nextRole}.words`)}
        verb={t(`role.${nextRole}.verb`)}
        variant={nextRole === "admin" ? "primary" : "danger"}
        onConfirm={() =>
          runWithToast(() => accounts.changeRole(handle, nextRole), {
            done: t(`role.${nextRole}.done`, { name }),
            failed: t("role.failed", { name }),
          })
        }
        {...bind("role")}
      />
    </>
  );
}

type AccountMenuProps = Pick<AccountActionsProps, "account" | "myRole"> & {
  onChoose: (dialog: Open) => void;
  onLift: () => void;
};

/** Everyone's shows and decisions can be looked up; the rest depends on both roles. */
function AccountMenu({ account, myRole, onChoose, onLift }: AccountMenuProps) {
  const t = useTranslations("admin.accounts");
  const { name, handle, role, suspension } = account;
  const nextRole = nextRoleOf(account);
  const may = (action: AccountAction) => mayActOn(myRole, action, role);
  const searched = encodeURIComponent(`@${handle}`);
  const item = (dialog: Open, icon: ReactNode, words: string) => (
    <MenuItem icon={icon} onSelect={() => onChoose(dialog)}>
      {words}
    </MenuItem>
  );
  return (
    <Menu
      trigger={
        <IconButton
          label={t("more", { name: isolated(name) })}
          icon={<Ellipsis aria-hidden="true" />}
          className="-my-1"
        />
      }
    >
      <MenuItem asChild>
        <Link href={`/admin/livestreams?q=${searched}`}>
          <Radio aria-hidden="true" />
          {t("their-livestreams")}
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href={`/admin/audit-log?q=${searched}`}>
          <ScrollText aria-hidden="true" />
          {t("their-decisions")}
        </Link>
      </MenuItem>
      {may("reset-password") ? <MenuSeparator /> : null}
      {may("reset-password") ? item("reset", <KeyRound />, t("reset.verb")) : null}
      {may("end-sessions") ? item("sessions", <LogOut />, t("sessions.verb")) : null}
      {may("change-role") ? <MenuSeparator /> : null}
      {may("change-role") ? item("role", <ShieldHalf />, t(`role.${nextRole}.verb`)) : null}
      {may("hand-over") ? item("hand-over", <ArrowRightLeft />, t("hand-over.verb")) : null}
      {may("suspend") ? <MenuSeparator /> : null}
      {may("suspend") && suspension ? (
        <MenuItem icon={<Undo2 />} onSelect={onLift}>
          {t("lift")}
        </MenuItem>
      ) : null}
      {may("suspend") && !suspension ? (
        <MenuItem variant="danger" icon={<Ban />} onSelect={() => onChoose("suspend")}>
          {t("suspend.verb")}
        </MenuItem>
      ) : null}
    </Menu>
  );
}
