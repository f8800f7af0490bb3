import { describe, expect, test } from "vitest";
import { crowdOf } from "@/lib/client/room/backstage-people";

const someone = (identity: string, more: { isHost?: boolean; picture?: object } = {}) =>
  ({ identity, name: identity, picture: null, sound: undefined, isHost: false, ...more }) as never;
const shown = ({ people }: ReturnType<typeof crowdOf>) => people.map(({ identity }) => identity);

describe("the people backstage", () => {
  test("someone silent is listed, and can be talked to", () => {
    const crowd = crowdOf([someone("ada")], []);
    expect(shown(crowd)).toEqual(["ada"]);
    expect(crowd.alone).toBe(false);
  });

  test("a silent guest on stage is neither listed nor a listener", () => {
    const crowd = crowdOf([someone("ada")], ["ada"]);
    expect(shown(crowd)).toEqual([]);
    expect(crowd.alone).toBe(true);
  });

  test("a silent host on stage listens without being listed", () => {
    const crowd = crowdOf([someone("hanna", { isHost: true })], ["hanna"]);
    expect(shown(crowd)).toEqual([]);
    expect(crowd.alone).toBe(false);
  });

  test("a host on stage who talks to backstage is listed", () => {
    const crowd = crowdOf([someone("hanna", { isHost: true, picture: {} })], ["hanna"]);
    expect(shown(crowd)).toEqual(["hanna"]);
  });
});
