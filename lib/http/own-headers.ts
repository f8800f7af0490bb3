/** What our server tells Next about a request. It strips these headers from incoming requests. */
export const ownHeaders = {
  /** Requests the watch page's shell: the page without a show, shared by all visits. */
  shell: "x-greenroom-shell",
  /** This visit already counted against the rate limit. */
  counted: "x-greenroom-counted",
} as const;
