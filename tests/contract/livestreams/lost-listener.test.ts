import { afterAll, expect, test } from "vitest";
import { sql } from "@/tests/support/api/database";
import { closeStreams, follow } from "@/tests/support/api/event-stream";
import { aGuestWaiting, aLiveShow, anAccount, anInvite } from "@/tests/support/api/factories";

afterAll(closeStreams);

test("200: a knock reaches the host although the database ends the connection that listens for changes", async () => {
  const ada = await anAccount();
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  const { next } = await follow(ada.api, mint);
  await next("guests.snapshot");
  const ended = await sql(`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'greenroom listener' and datname = current_database()`);
  expect(ended).not.toEqual([]);
  const guest = await aGuestWaiting(invite);
  const { data } = await next("guests.delta");
  expect(data).toMatchObject({ guests: [{ identity: guest.identity, status: "waiting" }] });
});
