import { isolated } from "./isolated";

/** A page's name with the installation's behind it, as browsers show it. */
export const titled = (page: string, installation: string) => `${page} · ${installation}`;

type Named = { title: string; creator: { name: string }; status: string };
type Words = (key: "title" | "cancelled", values: { title: string; creator: string }) => string;

/** The name of a show's page; `t` speaks for `watch.meta`. */
export const showTitle = (t: Words, { title, creator, status }: Named) =>
  t(status === "cancelled" ? "cancelled" : "title", {
    title: isolated(title),
    creator: isolated(creator.name),
  });
