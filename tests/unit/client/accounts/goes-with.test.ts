import { expect, test } from "vitest";
import { chosenName, goesWith, onAirWith } from "@/lib/client/accounts/use-delete-account";

const bob = { id: "u_12345678", handle: "bob", name: "Bob", picture: null };
const organization = (id: string, livestreams: number, successors = [bob]) => ({
  ...{ id, name: id, onlyOwner: true },
  livestreams,
  successors,
});
const show = (mint: string, stays: boolean) => ({ mint, title: mint, stays, successors: [bob] });

test("livestreams of organizations without successors are deleted, except those handed to a co-host", () => {
  const plan = {
    refusal: null,
    organizations: [organization("ada", 3, []), organization("acme", 5)],
    live: [],
    livestreams: [show("a", false), show("b", false), show("c", true)],
  };
  expect(goesWith(plan, {})).toMatchObject({ organizations: [{ id: "ada" }], livestreams: 3 });
  const choices = {
    [chosenName("livestream", "a")]: bob.id,
    [chosenName("livestream", "b")]: "",
    [chosenName("livestream", "c")]: bob.id,
    [chosenName("organization", "acme")]: bob.id,
  };
  expect(goesWith(plan, choices).livestreams).toBe(2);
});

test("a show on air ends, unless it stays with its organization or a co-host takes it over", () => {
  const plan = {
    refusal: null,
    organizations: [],
    live: ["a", "b", "c"].map((mint) => ({ mint, title: mint, stays: mint === "c" })),
    livestreams: [show("a", false)],
  };
  const mints = ({ ending, goingOn }: ReturnType<typeof onAirWith>) =>
    [ending, goingOn].map((shows) => shows.map(({ mint }) => mint));
  expect(mints(onAirWith(plan, {}))).toEqual([["a", "b"], ["c"]]);
  const choices = { [chosenName("livestream", "a")]: bob.id };
  expect(mints(onAirWith(plan, choices))).toEqual([["b"], ["a", "c"]]);
});
