import { ask, delayMs } from "./ask-state";
import { counted, isFresh, onStage, withLive } from "./countdown";
import { endingOf, type Trouble } from "./join-ending";
import type {
  GuestSeat,
  GuestState,
  JoinEvent,
  JoinOutcome,
  JoinPlace,
  JoinState,
} from "./join-model";
import { checkAfterMs, howTurnedAway, left, leftUnheard, over, turnedAway } from "./join-over";

export const beforeJoin: JoinState = {
  place: { name: "loading" },
  visit: null,
  task: null,
  pass: null,
  link: "none",
  tries: 0,
  steadySinceMs: null,
  moved: null,
  trouble: null,
  arrival: "address",
  wasOnStage: false,
};

/** A connection that held this long was good: its loss counts as a first failure. */
const steadyMs = 10_000;
/** How long LiveKit may take to open the stage before a new token is requested. */
const openingMs = 3_000;

export function joinState(state: JoinState, event: JoinEvent): JoinState {
  if (event.type === "done") {
    // The state has moved on: LiveKit may have reported the change sooner.
    return event.task === state.task ? withOutcome(state, event.outcome) : state;
  }
  if (state.place.name === "over") return afterTheEnd(state, event);
  switch (event.type) {
    case "opened":
      return opened(event);
    case "asked-to-join":
      return askedToJoin(state, event.guestName);
    case "connected":
      return seated({ ...state, link: "steady", steadySinceMs: event.atMs }, event.seat);
    case "seat-changed":
      // Ignored if the connection is already gone.
      if (event.seat === "waiting" || state.link !== "steady") return state;
      return seated(state, event.seat);
    case "link-lost":
      return { ...state, link: "lost" };
    case "counted":
      return counted(state);
    case "went-live":
      return withLive(state);
    case "message":
      return withGuest(state, { message: event.text });
    case "placed":
      // What is being asked may have been read before.
      return retried(withGuest(state, { place: event.place }));
    case "disconnected":
      return event.duplicate ? over(state, "other-tab") : disconnected(state, event.atMs);
    case "publish-failed":
      return disconnected(state, event.atMs);
    case "left":
      return left(state);
    case "retry":
      return retried(state);
    default:
      return state;
  }
}

function withOutcome(state: JoinState, outcome: JoinOutcome): JoinState {
  switch (outcome.type) {
    case "state-read":
      return settled({ ...state, visit: outcome.visit, trouble: null, task: null });
    case "state-failed":
      return failed(state, outcome.trouble);
    case "token-issued":
      return tokenIssued(state, outcome.token);
    case "token-refused":
      return tokenRefused(state, outcome.trouble);
    case "leave-done":
      return { ...state, task: null };
    case "leave-failed":
      return leftUnheard(state);
  }
}

/** Checks again now, if a check was under way or due. */
const retried = (state: JoinState): JoinState =>
  state.task?.do === "ask-state" ? { ...state, task: ask() } : state;

type Opened = Omit<Extract<JoinEvent, { type: "opened" }>, "type">;

function opened({ invite, wasOnStage = false }: Opened): JoinState {
  if (invite === "none") return over(beforeJoin, "no-invite");
  return { ...beforeJoin, task: ask(), arrival: invite, wasOnStage };
}

function withGuest(state: JoinState, change: Partial<Guest>): JoinState {
  const { visit } = state;
  if (!visit?.guest) return state;
  return { ...state, visit: { ...visit, guest: { ...visit.guest, ...change } } };
}

/** The single place that derives the guest's place from the current data, however it got there. */
function settled(state: JoinState): JoinState {
  const { visit, place } = state;
  if (!visit) return state;
  const { guest, invite, livestream } = visit;
  const { status } = livestream;
  const isOver = status === "ended" || status === "cancelled";
  if (guest?.status === "denied" || guest?.status === "removed") {
    return (isOver ? over : turnedAway)(state, guest.status);
  }
  if (isOver) return over(state, status);
  if (guest?.status === "admitted") {
    // Until the show begins, everyone admitted is backstage.
    return admitted(state, status === "live" ? guest : { ...guest, place: "backstage" });
  }
  // Refused without a guest of this link, as a banned browser is.
  const refusedBefore = howTurnedAway(state);
  if (!guest && refusedBefore) return turnedAway(state, refusedBefore);
  if (invite !== "valid") return over(state, `invite-${invite}`);
  if (guest?.status === "waiting") return stillWaiting(state, guest.name);
  const hadPlace = place.name !== "loading" && place.name !== "preview";
  if (hadPlace) return over(state, "lapsed");
  return { ...state, place: { name: "preview", returning: false, problem: null } };
}

type Guest = NonNullable<GuestState["guest"]>;

function admitted(state: JoinState, guest: Guest): JoinState {
  const { place, link, arrival } = state;
  // Hosts see a guest backstage too, so a freshly opened link asks first.
  if (place.name === "loading" && arrival === "address") {
    return { ...state, place: { name: "preview", returning: true, problem: null } };
  }
  if (guest.place === "backstage") return sentBackstage(state, guest.name);
  if (place.name === "stage" && link === "steady") return state;
  const reconnectsAlone = place.name === "waiting" || place.name === "backstage";
  const afterMs = reconnectsAlone && link === "steady" ? openingMs : 0;
  return {
    ...state,
    place: place.name === "stage" ? place : { name: "entering", fresh: isFresh(state) },
    task: { do: "fetch-token", guestName: guest.name, afterMs },
  };
}

function sentBackstage(state: JoinState, guestName: string): JoinState {
  const { place, link } = state;
  if (place.name === "backstage" && link === "steady") return state;
  const afterMs = place.name === "waiting" && link === "steady" ? openingMs : 0;
  return {
    ...state,
    place: { name: "backstage" },
    moved: place.name === "stage" ? "backstage" : state.moved,
    task: { do: "fetch-token", guestName, afterMs },
  };
}

function stillWaiting(state: JoinState, guestName: string): JoinState {
  const { place, link } = state;
  if (place.name === "waiting" && link === "steady") return state;
  return {
    ...state,
    place: { name: "waiting" },
    moved: wasLetIn(place) ? "waiting" : state.moved,
    task: { do: "fetch-token", guestName, afterMs: 0 },
  };
}

const wasLetIn = ({ name }: JoinPlace) => name === "stage" || name === "backstage";

/** The end that a refusal leads to; null if it may be temporary. */
function refused(state: JoinState, { code }: Trouble): JoinState | null {
  const why = endingOf(code);
  if (why === "denied" || why === "removed") return turnedAway(state, why);
  return why && over(state, why);
}

function failed(state: JoinState, trouble: Trouble): JoinState {
  const ended = refused(state, trouble);
  if (ended) return ended;
  const tries = state.tries + 1;
  const patientMs = howTurnedAway(state) ? checkAfterMs(tries) : 0;
  const retryAfterMs = (trouble.retryAfterSeconds ?? 0) * 1_000;
  const afterMs = Math.max(delayMs(tries + 1), patientMs, retryAfterMs);
  return { ...state, tries, trouble, moved: null, task: ask(afterMs) };
}

function askedToJoin(state: JoinState, guestName: string): JoinState {
  if (state.place.name !== "preview") return state;
  const { returning } = state.place;
  return {
    ...state,
    place: returning ? { name: "entering", fresh: false } : { name: "knocking" },
    task: { do: "fetch-token", guestName, afterMs: 0 },
  };
}

function tokenIssued(state: JoinState, token: string): JoinState {
  const { place, visit } = state;
  if (!visit) return state;
  return {
    ...state,
    place: place.name === "knocking" ? { name: "waiting" } : place,
    task: null,
    trouble: null,
    pass: { url: visit.url, token },
  };
}

function tokenRefused(state: JoinState, trouble: Trouble): JoinState {
  const ended = refused(state, trouble);
  if (ended) return ended;
  if (state.place.name !== "knocking") return failed(state, trouble);
  return {
    ...state,
    task: null,
    place: { name: "preview", returning: false, problem: trouble },
  };
}

function seated(state: JoinState, seat: GuestSeat): JoinState {
  switch (seat) {
    case "stage":
      return { ...withLive(state), place: onStage(state), moved: null, task: null };
    case "backstage":
      return sentBack(state);
    case "called":
      // The call arrives both as an attribute and as a state; once is enough.
      if (state.place.name === "entering" && state.task) return state;
      // Nothing tells the lobby that the show went live: the state does, and leads to the token.
      return { ...state, place: { name: "entering", fresh: true }, task: ask() };
    case "waiting":
      // A host may have decided between the knock and this connection.
      return { ...state, place: { name: "waiting" }, task: ask() };
  }
}

function sentBack(state: JoinState): JoinState {
  const backstage: JoinState = { ...state, place: { name: "backstage" } };
  // LiveKit ends the connection next, since nobody turns hidden on the one they were seen on.
  if (state.place.name === "stage")
    return { ...backstage, moved: "backstage", task: ask(openingMs) };
  // A host may have moved them on stage between the token and this connection.
  return { ...backstage, task: ask() };
}

function disconnected(state: JoinState, atMs: number): JoinState {
  const held = state.steadySinceMs !== null && atMs - state.steadySinceMs > steadyMs;
  const tries = held ? 1 : state.tries + 1;
  const task = ask(delayMs(tries));
  const moved = state.task ? state.moved : null;
  return { ...state, link: "lost", pass: null, steadySinceMs: null, moved, tries, task };
}

/** Later connection events change nothing; only the person does, or a host who undoes a decision. */
function afterTheEnd(state: JoinState, event: JoinEvent): JoinState {
  switch (event.type) {
    case "opened":
      return opened(event);
    case "ask-again":
    case "use-this-tab":
      return { ...opened({ invite: "reload", wasOnStage: true }), visit: state.visit };
    case "retry":
      return retried(state);
    default:
      return state;
  }
}
