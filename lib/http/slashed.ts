/**
 * The guest API's document defines two statuses for the same call: 200 without a trailing slash,
 * 201 with one. Both are honoured.
 */
export const successStatus = ({ pathname }: { pathname: string }) =>
  pathname.endsWith("/") ? 201 : 200;
