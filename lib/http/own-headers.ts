/** What our server tells Next about a request. It removes these headers from requests that arrive. */
export const ownHeaders = {
  /** Asks for the watch page without a show, as every visit shares it. */
  shell: "x-greenroom-shell",
  /** The visit was counted already. */
  counted: "x-greenroom-counted",
} as const;
