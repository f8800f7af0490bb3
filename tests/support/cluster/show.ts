import type { Cast } from "../browser/people/cast";
import type { Guest } from "../browser/people/guest";
import type { Host } from "../browser/people/host";
import type { Viewer } from "../browser/people/viewer";
import type { Show } from "../browser/shows";
import { type Picture, returnedAfterMs, watchPicture } from "./picture";

/** A show with a host, a guest on stage and a viewer who chats. */
export type FullShow = { show: Show; host: Host; guest: Guest; viewer: Viewer; invite: string };

/** The host uses one app, the guest and the viewer use the other. */
export async function aFullShow(hosts: Cast, others: Cast): Promise<FullShow> {
  const host = await hosts.host("Hanna");
  const show = await host.goesLive();
  const invite = await host.invitesByApi(show);
  const guest = await others.guest("Ada");
  await guest.knocks(invite);
  await host.admits("Ada");
  await guest.isOnStage();
  const viewer = await others.signedInViewer("Vera");
  await viewer.watches(show);
  await everyoneSeesTheOthers({ host, guest, viewer });
  return { show, host, guest, viewer, invite };
}

export async function everyoneSeesTheOthers({
  host,
  guest,
  viewer,
}: Pick<FullShow, "host" | "guest" | "viewer">): Promise<void> {
  await host.seesPictureOf("Ada");
  await guest.seesPictureOf("Hanna");
  await viewer.seesPictureOf("Hanna");
  await viewer.seesPictureOf("Ada");
}

/** One picture on each page. */
export const watchPictures = ({ host, guest, viewer }: FullShow): Promise<Picture[]> =>
  Promise.all([
    watchPicture(host, "Ada"),
    watchPicture(guest, "Hanna"),
    watchPicture(viewer, "Hanna"),
  ]);

/** What pages log while they reconnect. */
export const attempts =
  /ERR_|leave request|WebSocket|Failed to fetch|signal|network error|status of 50[234]/i;

export function expectReconnecting({ host, guest, viewer }: FullShow): void {
  for (const { watch } of [host, guest, viewer]) watch.expects(attempts);
}

/** Waits until every picture is back; returns how long after a moment each was, in milliseconds. */
export const allReturnedAfterMs = (pictures: Picture[], sinceMs: number): Promise<number[]> =>
  Promise.all(pictures.map((each) => returnedAfterMs(each, sinceMs)));
