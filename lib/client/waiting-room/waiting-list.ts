import type { GuestPlace, WaitingGuest } from "@/lib/contracts/livestreams";

/** The place to admit a guest to, or their denial. */
export type Decision = GuestPlace | "deny";

export const otherPlace = (place: GuestPlace): GuestPlace =>
  place === "stage" ? "backstage" : "stage";

/** The waiting room in a host's page. It follows the server's rows, which are the truth. */
export type WaitingList = {
  /** Null until the first snapshot. */
  version: number | null;
  /** Waiting and admitted guests, in the order they knocked. */
  guests: readonly WaitingGuest[];
  /** This host's decisions that the server has not answered yet, by identity. */
  deciding: Readonly<Record<string, Decision>>;
  /**
   * The guests who knocked last, announced with sound. Events without new knocks keep the same
   * array, so that several events between two renders lose nothing.
   */
  arrived: readonly WaitingGuest[];
  /**
   * The guests who last left the queue, no matter who decided. Announced to screen readers, and kept
   * in the same way.
   */
  answered: readonly Answered[];
};

export type Answered = { name: string; outcome: "stage" | "backstage" | "denied" | "left" };

type Frame = { version: number; guests: WaitingGuest[] };

export type WaitingEvent =
  | { type: "snapshot"; frame: Frame }
  | { type: "delta"; frame: Frame }
  | { type: "asked"; identities: string[]; decision: Decision }
  /** The server accepted. */
  | { type: "decided"; identities: string[] }
  /** The server refused or did not answer. */
  | { type: "undecided"; identities: string[] };

export const emptyWaitingList: WaitingList = {
  version: null,
  guests: [],
  deciding: {},
  arrived: [],
  answered: [],
};

const isHere = ({ status }: WaitingGuest) => status === "waiting" || status === "admitted";

export const waitingGuests = ({ guests }: WaitingList) =>
  guests.filter(({ status }) => status === "waiting");
export const whoIsAdmitted = ({ guests }: WaitingList) =>
  guests.filter(({ status }) => status === "admitted");

export function waitingList(list: WaitingList, event: WaitingEvent): WaitingList {
  switch (event.type) {
    case "snapshot":
      return follow(list, event.frame, event.frame.guests);
    case "delta": {
      // An outdated frame, delivered late by a stream that has been replaced.
      if (list.version !== null && event.frame.version < list.version) return list;
      const changed = new Map(event.frame.guests.map((guest) => [guest.identity, guest]));
      const kept = list.guests.filter(({ identity }) => !changed.has(identity));
      return follow(list, event.frame, [...kept, ...changed.values()]);
    }
    case "asked": {
      const asked = Object.fromEntries(event.identities.map((id) => [id, event.decision]));
      return { ...list, deciding: { ...list.deciding, ...asked } };
    }
    case "decided":
      return {
        ...list,
        answered: newsOr(
          list.answered,
          waitingGuests(list).flatMap(({ identity, name }) => {
            const decision = list.deciding[identity];
            const settles = decision && event.identities.includes(identity);
            return settles ? [{ name, outcome: decision === "deny" ? "denied" : decision }] : [];
          }),
        ),
        guests: list.guests.flatMap((guest) =>
          settled(guest, list.deciding[guest.identity], event),
        ),
        deciding: without(list.deciding, event.identities),
      };
    case "undecided":
      return { ...list, deciding: without(list.deciding, event.identities) };
  }
}

function follow(list: WaitingList, { version }: Frame, guests: WaitingGuest[]): WaitingList {
  const waitedBefore = new Set(waitingGuests(list).map(({ identity }) => identity));
  const here = guests.filter(isHere).sort(byKnock);
  return {
    ...list,
    version,
    guests: here,
    arrived: newsOr(
      list.arrived,
      here.filter(({ identity, status }) => status === "waiting" && !waitedBefore.has(identity)),
    ),
    answered: newsOr(
      list.answered,
      guests.flatMap((guest) =>
        waitedBefore.has(guest.identity) && guest.status !== "waiting"
          ? [{ name: guest.name, outcome: outcomeOf(guest) }]
          : [],
      ),
    ),
  };
}

const newsOr = <T>(before: readonly T[], news: readonly T[]) => (news.length > 0 ? news : before);

function outcomeOf({ status, place }: WaitingGuest): Answered["outcome"] {
  switch (status) {
    case "admitted":
      return place;
    case "denied":
    case "removed":
      return "denied";
    default:
      return "left";
  }
}

/** Applies this host's own decision without waiting for the stream to repeat it. */
function settled(
  guest: WaitingGuest,
  decision: Decision | undefined,
  { identities }: { identities: string[] },
): WaitingGuest[] {
  if (!decision || !identities.includes(guest.identity)) return [guest];
  if (decision === "deny") return [];
  return [{ ...guest, status: "admitted", place: decision }];
}

const byKnock = (a: WaitingGuest, b: WaitingGuest) =>
  a.knockedAt.localeCompare(b.knockedAt) || a.identity.localeCompare(b.identity);

const without = (deciding: WaitingList["deciding"], identities: string[]) =>
  Object.fromEntries(Object.entries(deciding).filter(([id]) => !identities.includes(id)));
