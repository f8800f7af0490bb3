/** What our server tells Next about a request; nobody else can, since it takes them off all that arrive. */
export const ownHeaders = {
  /** The watch page is asked for without a show, to be prepared for all of them. */
  shell: "x-greenroom-shell",
  /** The visit was counted already. */
  counted: "x-greenroom-counted",
} as const;
