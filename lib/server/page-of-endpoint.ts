/** The API's URLs that people type, and the pages that show the same. */
const pages: [endpoint: RegExp, page: string][] = [
  [/^\/livestreams\/?$/, "/"],
  [/^\/livestreams\/([^/]+)\/?$/, "/watch/$1"],
  [/^\/organizations\/?$/, "/account/organizations"],
  [/^\/organizations\/([^/]+)\/?$/, "/account/organizations/$1"],
  [/^\/accounts\/([^/]+)\/?$/, "/@$1"],
  [/^\/(?:api-keys|auth\/my-profile)\/?$/, "/account"],
];

/** The page for a browser that opens an API URL; null if there is none. */
export function pageOfEndpoint(pathname: string): string | null {
  const found = pages.find(([endpoint]) => endpoint.test(pathname));
  return found ? pathname.replace(...found) : null;
}
