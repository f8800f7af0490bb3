import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writePrivate } from "../launcher/builds/files.mjs";
import { Problem } from "../launcher/problem.mjs";
import { Refusal, request } from "./api.mjs";

/** @typedef {{ email: string, password: string }} Kept */
/** @typedef {{ id: string, handle: string, name: string }} Profile */
/** @typedef {(method: "GET" | "POST" | "PUT", path: string, body?: unknown) => Promise<any>} Call */

const handle = "test_card";
const name = "Greenroom demo";

/**
 * The demo's account on one Greenroom. Its random password is kept in DATA_DIR/demo.json, readable only
 * by its owner. Each Greenroom has its own, so that none learns another's password.
 */
export class DemoAccount {
  #bearer = "";
  /** @type {Profile | null} */
  #profile = null;
  #made = false;

  /**
   * @param {string} address of the Greenroom
   * @param {string} dataDir
   * @param {string} place that the password is stored under
   */
  constructor(address, dataDir, place) {
    this.address = address;
    this.file = join(dataDir, "demo.json");
    this.place = place;
  }

  /** True if the account was created just now. */
  get made() {
    return this.#made;
  }

  get profile() {
    if (!this.#profile) throw new Error("the demo has not signed in yet");
    return this.#profile;
  }

  /** Signs in; creates a new account if there is none, or none any longer. */
  async signIn() {
    const kept = this.#read()[this.place];
    if (kept && (await this.#logIn(kept))) return;
    const fresh = {
      email: `test-card-${randomBytes(6).toString("hex")}@example.invalid`,
      password: randomBytes(24).toString("base64url"),
    };
    // Stored first: an account whose password is lost would keep its handle forever.
    writePrivate(this.file, JSON.stringify({ ...this.#read(), [this.place]: fresh }, null, 2));
    await this.#signUp(fresh);
    this.#made = true;
    if (!(await this.#logIn(fresh))) throw new Error("the new demo account cannot sign in");
  }

  /**
   * A call as the account. A session lasts a day and may end sooner: then a new one is started.
   * @type {Call}
   */
  call = async (method, path, body) => {
    try {
      return await request(this.address, method, path, { body, bearer: this.#bearer });
    } catch (error) {
      if (!(error instanceof Refusal && error.status === 401)) throw error;
      await this.signIn();
      return request(this.address, method, path, { body, bearer: this.#bearer });
    }
  };

  /**
   * @param {Kept} kept
   * @returns {Promise<boolean>} whether the account exists
   */
  async #logIn(kept) {
    try {
      const answer = await request(this.address, "POST", "/auth/login", { body: kept });
      this.#bearer = answer.token;
      this.#profile = answer.profile;
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) return false;
      throw error;
    }
  }

  /**
   * Creates an ordinary account, so that the owner can still become the super admin.
   * @param {Kept} kept
   */
  async #signUp(kept) {
    const body = { ...kept, handle, name, ordinary: true };
    const signUp = (/** @type {string} */ wanted) =>
      request(this.address, "POST", "/auth/sign-up", { body: { ...body, handle: wanted } });
    const { profile } = await signUp(handle).catch((error) => {
      if (!(error instanceof Refusal && error.code === "handle-taken")) throw error;
      return signUp(`${handle}_${randomBytes(3).toString("hex")}`);
    });
    if (profile) return;
    throw new Problem(
      `${this.address} sends email, so a new account needs a mailbox, which the demo does not have.`,
    );
  }

  /** @returns {Record<string, Kept>} */
  #read() {
    try {
      return JSON.parse(readFileSync(this.file, "utf8"));
    } catch {
      return {};
    }
  }
}
