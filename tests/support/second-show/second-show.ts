import { isDeepStrictEqual } from "node:util";
import { postChat, readChat } from "@/lib/contracts/chat";
import { listWaiting } from "@/lib/contracts/guests";
import { goLive, readLivestream } from "@/lib/contracts/livestreams";
import { participantsOf } from "../api/signal";
import { until } from "../api/until";
import { makeAccount } from "../browser/accounts";
import { endShow, makeInvite, makeShow, type Show } from "../browser/shows";
import { admits, knocks, seatOnStage, watches, watchesWithoutAccount } from "./people";
import type { Seat } from "./seat";

const title = "The show next door";
const viewers = 3;
const saysEveryMs = 10_000;
const messagesRead = 200;

type Facts = Record<string, unknown>;

/**
 * A live show beside the one under test: a host and a guest with pictures, visible and hidden viewers,
 * a guest in the waiting room, and a message now and then. No test touches it, so at the end of the
 * run it must be unchanged.
 */
export class SecondShow {
  readonly #said: string[] = [];
  #roster: string[] = [];
  #talk: NodeJS.Timeout | undefined;
  #saying = Promise.resolve();

  private constructor(
    readonly show: Show,
    readonly seats: readonly Seat[],
  ) {}

  static async begins(): Promise<SecondShow> {
    // An installation's first account may have more permissions; nobody here should.
    await makeAccount("Founder");
    const host = await makeAccount("Dora");
    const [seen, unseen] = await Promise.all([makeAccount("Vito"), makeAccount("Hedwig")]);
    const show = await makeShow(host, { title });
    await host.api.ok(goLive, { params: { mint: show.mint } });
    const stage = await seatOnStage(show);
    const { inviteUrl } = await makeInvite(show);
    const guest = await knocks(inviteUrl, "Gustav");
    await admits(show, guest);
    const others = await Promise.all([
      knocks(inviteUrl, "Wanda"),
      watches(show, seen, false),
      watches(show, unseen, true),
      watchesWithoutAccount(show),
    ]);
    const second = new SecondShow(show, [stage, guest, ...others]);
    await second.#settles();
    return second;
  }

  /** Every difference from the expected state, one sentence each. */
  async harm(): Promise<string[]> {
    clearInterval(this.#talk);
    await this.#saying;
    return differences({ ...(await this.#facts()), ...(await this.#heard()) }, this.#untouched());
  }

  async ends(): Promise<void> {
    clearInterval(this.#talk);
    await endShow(this.show);
    await Promise.all(this.seats.map((seat) => seat.leaves()));
  }

  async #settles(): Promise<void> {
    const expected = this.#untouched();
    let open: string[] = [];
    const settled = async () => {
      const { roster: _, ...facts } = await this.#facts();
      open = differences(facts, expected);
      return open.length === 0;
    };
    await until("the second show is complete", settled).catch((error) => {
      throw new Error(open.join("\n"), { cause: error });
    });
    this.#roster = await this.#connected();
    const talk = () => {
      this.#saying = this.#says();
    };
    this.#talk = setInterval(talk, saysEveryMs);
    talk();
  }

  async #says(): Promise<void> {
    const text = `Line ${this.#said.length + 1} of the show next door`;
    const { creator, mint } = this.show;
    await creator.api.ok(postChat, { params: { mint }, body: { text } });
    this.#said.push(text);
  }

  /** Includes the connection's id, which is new for anyone who left and came back. */
  async #connected(): Promise<string[]> {
    const people = await participantsOf(this.show.mint);
    return people.map(({ identity, sid }) => `${identity} ${sid}`).sort();
  }

  async #facts(): Promise<Facts> {
    const { creator, mint } = this.show;
    const read = await creator.api.ok(readLivestream, { params: { mint } });
    const { guests } = await creator.api.ok(listWaiting, { query: { roomId: mint } });
    const { messages } = await creator.api.ok(readChat, {
      params: { mint },
      query: { limit: messagesRead },
    });
    return {
      title: read.title,
      status: read.status,
      watching: read.watching,
      peakWatching: read.peakWatching,
      guests: guests.map(({ name, status, connected }) => `${name} ${status} ${connected}`).sort(),
      chat: messages.map(({ text }) => text),
      roster: await this.#connected(),
      pictures: this.seats.map((seat) => seat.pictures()),
      interrupted: this.seats.filter(({ interruptions }) => interruptions > 0).length,
    };
  }

  /** What these people received that does not belong to their show. */
  #heard(): Facts {
    const hints = this.seats.flatMap((seat) => seat.hints);
    return {
      foreignMessages: hints.flatMap((hint) =>
        hint.type === "chat" && !this.#said.includes(hint.message.text ?? "") ? [hint.message] : [],
      ),
      wrongCounts: hints.flatMap((hint) =>
        hint.type === "watching" && hint.watching > viewers ? [hint.watching] : [],
      ),
    };
  }

  #untouched(): Facts {
    return {
      title,
      status: "live",
      watching: viewers,
      peakWatching: viewers,
      guests: ["Gustav admitted true", "Wanda waiting true"],
      chat: this.#said.slice(-messagesRead),
      roster: this.#roster,
      // People on stage receive each other's picture, everyone else both.
      pictures: [1, 1, 2, 2, 2, 2],
      interrupted: 0,
      foreignMessages: [],
      wrongCounts: [],
    };
  }
}

function differences(facts: Facts, expected: Facts): string[] {
  return Object.entries(facts)
    .filter(([name, value]) => !isDeepStrictEqual(value, expected[name]))
    .map(
      ([name, value]) =>
        `${name}: ${JSON.stringify(value)} instead of ${JSON.stringify(expected[name])}`,
    );
}
