import { postChat } from "@/lib/contracts/chat";
import { admitGuest } from "@/lib/contracts/guests";
import { goLive } from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { follow } from "@/tests/support/api/event-stream";
import { type Account, makeAccount } from "@/tests/support/browser/accounts";
import { endShow, makeInvite, makeShow, type Show } from "@/tests/support/browser/shows";
import {
  knocks,
  seatOnStage,
  watches,
  watchesWithoutAccount,
} from "@/tests/support/second-show/people";
import type { Seat } from "@/tests/support/second-show/seat";

const regulars = 4;
const staysMs = 12_000;

/** A live show that people keep visiting. */
export class VisitedShow {
  /** What happened, and what failed. */
  readonly counts = { visits: 0, messages: 0, knocks: 0, failures: 0 };
  readonly #inside = new Set<Promise<void>>();
  #turn = 0;

  private constructor(
    readonly show: Show,
    readonly stage: Seat,
    readonly inviteUrl: string,
    readonly accounts: readonly Account[],
  ) {}

  static async begins(): Promise<VisitedShow> {
    const host = await makeAccount("Hanna");
    const show = await makeShow(host);
    await host.api.ok(goLive, { params: { mint: show.mint } });
    const accounts: Account[] = [];
    for (let n = 0; n < regulars; n++) accounts.push(await makeAccount(`Regular ${n}`));
    const { inviteUrl } = await makeInvite(show, { durationSeconds: 24 * 3_600 });
    return new VisitedShow(show, await seatOnStage(show), inviteUrl, accounts);
  }

  /** One viewer arrives, writes and leaves, and one guest knocks, is decided about and leaves. */
  visit(): void {
    const turn = this.#turn++;
    for (const work of [() => this.#watches(turn), () => this.#knocks(turn)]) {
      const stay: Promise<void> = work()
        .catch((error) => {
          this.counts.failures++;
          process.stderr.write(`${error}\n`);
        })
        .finally(() => this.#inside.delete(stay));
      this.#inside.add(stay);
    }
  }

  async ends(): Promise<void> {
    await Promise.all(this.#inside);
    await this.stage.leaves();
    await endShow(this.show);
  }

  /** In turn with an account, visible, and without one. */
  async #watches(turn: number): Promise<void> {
    const account = this.accounts[turn % regulars] as Account;
    const seat =
      turn % 2 === 0
        ? await watches(this.show, account, false)
        : await watchesWithoutAccount(this.show);
    const { mint } = this.show;
    const page = await follow(turn % 2 === 0 ? account.api : new Client(), mint);
    const text = `Message ${turn}`;
    await account.api.ok(postChat, { params: { mint }, body: { text } });
    this.counts.messages++;
    await stays();
    page.close();
    await seat.leaves();
    this.counts.visits++;
  }

  async #knocks(turn: number): Promise<void> {
    const guest = await knocks(this.inviteUrl, `Guest ${turn}`);
    const action = turn % 2 === 0 ? ("admit" as const) : ("deny" as const);
    const body = { roomId: this.show.mint, guestIdentity: guest.identity, action };
    await this.show.creator.api.ok(admitGuest, { body });
    await stays();
    await guest.leaves();
    this.counts.knocks++;
  }
}

const stays = () => new Promise((resolve) => setTimeout(resolve, staysMs));
