export const isLoopbackAddress = (address: string) =>
  /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/i.test(address) || address === "::1";

/** @param name a host name, or an address as in a URL */
export const isLoopbackName = (name: string) =>
  name === "localhost" || isLoopbackAddress(name.replace(/^\[(.*)\]$/, "$1"));
