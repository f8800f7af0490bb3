import "server-only";
import type { Account } from "@/lib/accounts/account";
import { deleteMessage } from "@/lib/chat/delete-chat";
import type { Context } from "@/lib/context";
import type { ReportedSubject } from "@/lib/contracts/admin/reports";
import { presentLivestream } from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";
import { findReported } from "./list-reports";

/** Admins delete only messages that somebody reported. */
export async function deleteReportedMessage(
  context: Context,
  admin: Account,
  { mint, seq }: { mint: string; seq: number },
): Promise<ReportedSubject> {
  const { status } = await presentLivestream(context.db, mint);
  const find = async () =>
    (await findReported(context.db, { mint, seq }, "open")) ??
    (await findReported(context.db, { mint, seq }, "decided"));
  const reported = await find();
  if (!reported) throw new Problem("report-not-found", "There are no reports about this.");
  await deleteMessage(context, { mint, seq, status }, admin.id);
  return (await find()) ?? reported;
}
