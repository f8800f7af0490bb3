import { offerUndo } from "@/lib/client/browser/offer-undo";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { call } from "@/lib/client/server-api/api";
import { say } from "@/lib/client/server-api/say";
import type * as actions from "@/lib/contracts/livestream-actions";
import type { editLivestream, Livestream } from "@/lib/contracts/livestreams";

/** @throws ApiError */
export const cancelLivestream = (mint: string): Promise<Livestream> =>
  call<typeof actions.cancelLivestream>("POST", "/livestreams/{mint}/cancel", { params: { mint } });

/** Cancels, and offers to undo it. `refresh` shows the change on the page. */
export async function cancelWithToast(livestream: Livestream, refresh: () => void): Promise<void> {
  const cancelled = await runWithToast(() => cancelLivestream(livestream.mint), {
    failed: say("livestreams.manage.cancel-failed"),
  });
  if (!cancelled) return;
  refresh();
  const undo = async () => {
    await reopen(livestream);
    refresh();
  };
  offerUndo(say("livestreams.manage.cancelled-done"), undo, say("livestreams.manage.reopened"));
}

/** Undoes a cancellation: the livestream keeps its start time, or is a draft again. */
const reopen = ({ mint, scheduledAt, timeZone }: Livestream): Promise<Livestream> =>
  call<typeof editLivestream>("PATCH", "/livestreams/{mint}", {
    params: { mint },
    body: { scheduledAt, timeZone },
  });

export const reopenWithToast = (livestream: Livestream): Promise<boolean> =>
  runWithToast(() => reopen(livestream), {
    done: say("livestreams.manage.reopened"),
    failed: say("livestreams.manage.reopen-failed"),
  });

export const duplicateWithToast = (mint: string): Promise<boolean> =>
  runWithToast(
    () =>
      call<typeof actions.duplicateLivestream>("POST", "/livestreams/{mint}/duplicate", {
        params: { mint },
      }),
    {
      done: say("livestreams.manage.duplicated"),
      failed: say("livestreams.manage.duplicate-failed"),
    },
  );

export const deleteWithToast = (mint: string): Promise<boolean> =>
  runWithToast(
    () =>
      call<typeof actions.deleteLivestream>("DELETE", "/livestreams/{mint}", { params: { mint } }),
    {
      done: say("livestreams.manage.delete-dialog.done"),
      failed: say("livestreams.manage.delete-dialog.failed"),
    },
  );
