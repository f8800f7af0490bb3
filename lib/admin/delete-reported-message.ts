import "server-only";
import type { Account } from "@/lib/accounts/account";
import { deleteMessage } from "@/lib/chat/delete-chat";
import type { Context } from "@/lib/context";
import type { ReportedSubject } from "@/lib/contracts/admin/reports";
import { presentLivestream } from "@/lib/livestreams/find-livestream";
import { findLastReported, requireLastReported } from "./list-reports";

/** Admins delete only messages that somebody reported. */
export async function deleteReportedMessage(
  context: Context,
  admin: Account,
  { mint, seq }: { mint: string; seq: number },
): Promise<ReportedSubject> {
  const { status } = await presentLivestream(context.db, mint);
  const reported = await requireLastReported(context.db, { mint, seq });
  await deleteMessage(context, { mint, seq, status }, admin.id);
  return (await findLastReported(context.db, { mint, seq })) ?? reported;
}
