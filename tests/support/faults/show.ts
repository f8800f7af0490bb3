import { expect } from "vitest";
import { listWaiting } from "@/lib/contracts/guests";
import { readLivestream } from "@/lib/contracts/livestreams";
import { removeParticipant } from "@/lib/contracts/restrictions";
import {
  admit,
  aGuestOnStage,
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  anUnusedViewerToken,
  type Guest,
  type Invite,
  knockAgain,
  type Person,
} from "../api/factories";
import { openSignal, participantsOf } from "../api/signal";
import { identityOf } from "../api/tokens";
import { until } from "../api/until";
import { Attendee } from "./attendee";
import { healsWithinMs } from "./figure";
import { Page } from "./page";
import { Talk } from "./talk";

/**
 * A live show that a fault hits: a host, a guest on stage and one waiting, two viewers who chat, a page that
 * follows it, and two people who have been turned away and keep trying.
 */
export class ShowUnderFault {
  #tries = true;
  readonly #intrusions: Promise<number[]>;

  private constructor(
    readonly mint: string,
    readonly host: Person,
    readonly invite: Invite,
    readonly waiting: Guest,
    readonly onStage: Guest,
    readonly seats: readonly Attendee[],
    readonly page: Page,
    readonly talk: Talk,
    readonly turnedAway: readonly string[],
  ) {
    this.#intrusions = this.#keepTrying();
  }

  static async begins(): Promise<ShowUnderFault> {
    const [host, seen, unseen, banned] = await Promise.all(
      ["Ada", "Vito", "Hedwig", "Banned"].map((name) => anAccount(name)),
    );
    if (!host || !seen || !unseen || !banned) throw new Error("no accounts");
    const mint = await aLiveShow(host);
    const invite = await anInvite(host, mint);
    const [waiting, denied] = [await aGuestWaiting(invite), await aGuestWaiting(invite)];
    const onStage = await aGuestOnStage(host, invite, "Gustav");
    await admit(host, denied, "deny");
    const outside = await anUnusedViewerToken(banned, mint, false);
    const hostsToken = () => aHostToken(host, { mint, creator: host });
    const viewers = [
      () => anUnusedViewerToken(seen, mint, false),
      () => anUnusedViewerToken(unseen, mint, true),
    ];
    const entering = [hostsToken, ...viewers, () => knockAgain(waiting), () => knockAgain(onStage)];
    const seats = await Promise.all(
      entering.map(async (token) => Attendee.enters(await token(), token)),
    );
    const present = await Attendee.enters(outside, async () => outside);
    const body = { identity: identityOf(outside), ban: true };
    await host.api.ok(removeParticipant, { params: { mint }, body });
    await present.leaves();
    const show = new ShowUnderFault(
      ...([mint, host, invite, waiting, onStage, seats] as const),
      new Page(host.api, mint),
      new Talk([host.api, seen.api, unseen.api], mint),
      [outside, denied.token],
    );
    await until("the show is complete", () => show.isWhole(), healsWithinMs);
    return show;
  }

  /** Whether everyone is connected again and everything is as before. */
  async isWhole(): Promise<boolean> {
    return (await this.differences()).length === 0;
  }

  /** What is not as it should be; one entry if the server cannot be asked. */
  async differences(): Promise<string[]> {
    const away = this.seats.filter((seat) => !seat.isConnected());
    if (away.length > 0) return away.map(({ identity }) => `${identity} is not connected`);
    try {
      const read = await this.host.api.ok(readLivestream, { params: { mint: this.mint } });
      const { guests } = await this.host.api.ok(listWaiting, { query: { roomId: this.mint } });
      const roster = (await participantsOf(this.mint)).map(({ identity }) => identity).sort();
      const ours = [this.waiting.identity, this.onStage.identity];
      const facts = {
        status: read.status,
        watching: read.watching,
        guests: guests
          .filter(({ identity }) => ours.includes(identity))
          .map(({ identity, status, connected }) => [identity, status, connected])
          .sort(),
        roster,
      };
      const expected = {
        status: "live",
        watching: 2,
        guests: [
          [this.waiting.identity, "waiting", true],
          [this.onStage.identity, "admitted", true],
        ].sort(),
        roster: this.seats.map(({ identity }) => identity).sort(),
      };
      return Object.entries(facts).flatMap(([name, value]) => {
        const [is, should] = [value, expected[name as keyof typeof expected]].map((each) =>
          JSON.stringify(each),
        );
        return is === should ? [] : [`${name}: ${is} instead of ${should}`];
      });
    } catch (error) {
      return [String(error)];
    }
  }

  /** @throws the remaining differences after `withinMs` */
  async heals(withinMs: number): Promise<void> {
    let wrong: string[] = [];
    await until(
      "the show heals",
      async () => {
        wrong = await this.differences();
        return wrong.length === 0;
      },
      withinMs,
    ).catch(() => expect(wrong).toEqual([]));
  }

  /** A new guest knocks; resolves once the host's page shows the knock, and denies it. */
  async knockArrives(withinMs: number): Promise<void> {
    const newcomer = await aGuestWaiting(this.invite, "Newcomer");
    await until("the page hears the knock", () => this.page.hears(newcomer.identity), withinMs);
    await admit(this.host, newcomer, "deny");
  }

  /** Ends everything; returns the statuses that people who were turned away got meanwhile. */
  async ends(): Promise<number[]> {
    this.#tries = false;
    await this.talk.stops();
    this.page.close();
    await Promise.all(this.seats.map((seat) => seat.leaves()));
    return this.#intrusions;
  }

  async #keepTrying(): Promise<number[]> {
    const statuses = new Set<number>();
    while (this.#tries) {
      for (const token of this.turnedAway) {
        const answer = await openSignal(token).catch(() => ({ status: 0 }));
        if ("hangUp" in answer) answer.hangUp();
        statuses.add(answer.status);
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return [...statuses].sort();
  }
}
