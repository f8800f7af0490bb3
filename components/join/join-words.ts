import type { JoinEnding } from "@/lib/client/join-ending";
import type { JoinState } from "@/lib/client/join-model";

/** Each end in words: what happened, and what to do next. */
export const endingWords: Record<JoinEnding, { title: string; next: string }> = {
  "no-invite": {
    title: "The invite is missing.",
    next: "This page opens from an invite link. Open the whole link that you were sent, or ask for it again.",
  },
  "invite-invalid": {
    title: "This invite link is not valid.",
    next: "It may have been cut off when it was copied. Open the whole link, or ask for a new one.",
  },
  "invite-expired": {
    title: "This invite has expired.",
    next: "Ask whoever sent it to you for a new one.",
  },
  "invite-revoked": {
    title: "This invite was taken back.",
    next: "If you still mean to join, ask whoever sent it to you for a new one.",
  },
  "invite-used-up": {
    title: "This invite has been used.",
    next: "It was for a limited number of guests, and all of them have come. Ask whoever sent it to you for a new one.",
  },
  ended: { title: "The show has ended.", next: "Thank you for coming." },
  denied: { title: "You were not let in.", next: "The host decided not to bring you on stage." },
  removed: {
    title: "You were removed from the show.",
    next: "The host took you off the stage, and this invite does not lead back to it.",
  },
  left: { title: "You have left.", next: "Your camera and microphone are off." },
  lapsed: {
    title: "You lost your place.",
    next: "Your connection was away for a while, so your place was given up. You can ask again.",
  },
  "other-tab": {
    title: "You opened this in another tab.",
    next: "You are in the show there. You can be in it in one tab at a time.",
  },
};

/** What a screen reader is told when the guest's place changes. */
export function announcementOf({ place, link }: Pick<JoinState, "place" | "link">): string {
  if (link === "lost") return "Your connection is lost. Trying to come back.";
  switch (place.name) {
    case "knocking":
      return "Asking to join.";
    case "waiting":
      return "The host can see that you are waiting.";
    case "entering":
      return "The host let you in. Going on stage.";
    case "stage":
      return "You are on stage. Everybody can see and hear you.";
    default:
      return "";
  }
}
