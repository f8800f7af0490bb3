import { admitGuest, roomAuth } from "@/lib/contracts/guests";
import { hostToken, participantToken, viewerPass } from "@/lib/contracts/tokens";
import { Client } from "../api/client";
import type { Account } from "../browser/accounts";
import type { Show } from "../browser/shows";
import { Seat } from "./seat";

export async function seatOnStage({ creator, mint }: Show): Promise<Seat> {
  const query = { mint, creator: creator.handle };
  const { token } = await creator.api.ok(hostToken, { query });
  const seat = await new Seat(token).connects();
  await seat.turnsCameraOn();
  return seat;
}

export async function watches({ mint }: Show, who: Account, hidden: boolean): Promise<Seat> {
  const query = { mint, hidden: `${hidden}` as const };
  const { token } = await who.api.ok(participantToken, { query });
  return new Seat(token).connects();
}

export async function watchesWithoutAccount({ mint }: Show): Promise<Seat> {
  const { pass } = await new Client().ok(viewerPass, { params: { mint } });
  return new Seat(pass?.token ?? "").connects();
}

export async function knocks(inviteUrl: string, guestName: string): Promise<Seat> {
  const inviteToken = new URL(inviteUrl).searchParams.get("invite_token") ?? "";
  const body = { inviteToken, guestName };
  const { livekitToken } = await new Client().ok(roomAuth, { body });
  return new Seat(livekitToken).connects();
}

export async function admits({ creator, mint }: Show, guest: Seat): Promise<void> {
  const body = { roomId: mint, guestIdentity: guest.identity, action: "admit" as const };
  await creator.api.ok(admitGuest, { body });
  await guest.turnsCameraOn();
}
