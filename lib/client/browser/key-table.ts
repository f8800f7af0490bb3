/** Which keys, of `KeyboardEvent.key`, cause which action. Lists of shortcuts show the same table. */
export type KeyTable<Action> = readonly { action: Action; keys: readonly string[] }[];

/** Letters count in either case, as with caps lock. */
export function actionOfKey<Action>(table: KeyTable<Action>, key: string): Action | null {
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  return table.find(({ keys }) => keys.includes(pressed))?.action ?? null;
}
