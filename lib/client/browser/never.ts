/**
 * Subscribes to nothing: for `useSyncExternalStore` values that never change during the page's
 * life.
 */
export const never = () => () => {};
