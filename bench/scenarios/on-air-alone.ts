import { goLive } from "@/lib/contracts/livestreams";
import { makeAccount } from "@/tests/support/browser/accounts";
import { endShow, makeShow } from "@/tests/support/browser/shows";

/** A show that is live while `work` runs, with no host's page to use the processors. */
export async function onAirAlone<T>(work: (mint: string) => Promise<T>): Promise<T> {
  const show = await makeShow(await makeAccount("Hanna"));
  const { mint, creator } = show;
  await creator.api.ok(goLive, { params: { mint } });
  try {
    return await work(mint);
  } finally {
    await endShow(show);
  }
}
