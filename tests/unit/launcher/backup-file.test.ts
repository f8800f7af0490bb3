import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  firstLine,
  inspectBackup,
  lastLine,
  rowLine,
  rowsIn,
  writeBackup,
} from "@/scripts/launcher/backup/backup-file.mjs";

let folder: string;
const file = () => join(folder, "a.backup");
const head = { format: 1, savedAt: "2026-11-29T12:00:00.000Z", schema: 7, secrets: { key: "one" } };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "greenroom-backup-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("every row is read as it was written, however long and with any character", async () => {
  const texts = ["", "\u2028\u2029\u0085", 'tab \t, quote ", line \n', "ü".repeat(200_000)];
  const rows = texts.map((text) => ({ table: "chat", row: JSON.stringify({ text }) }));
  await writeBackup(
    file(),
    (async function* () {
      yield firstLine(head);
      for (const { table, row } of rows) yield rowLine(table, row);
      yield lastLine({ rows: rows.length, sequences: { seq: "9" } });
    })(),
  );
  expect(await inspectBackup(file())).toEqual({ ...head, rows: 4, sequences: { seq: "9" } });
  expect(await Array.fromAsync(rowsIn(file()))).toEqual(rows);
});

test("a backup that fails halfway leaves no file", async () => {
  const fails = async function* () {
    yield firstLine(head);
    yield rowLine("chat", JSON.stringify({ text: "x".repeat(1_000_000) }));
    throw new Error("the connection was lost");
  };
  await expect(writeBackup(file(), fails())).rejects.toThrow("the connection was lost");
  expect(readdirSync(folder)).toEqual([]);
});

test("a backup whose rows were not all written is refused", async () => {
  await writeBackup(
    file(),
    (async function* () {
      yield firstLine(head);
      yield lastLine({ rows: 1, sequences: {} });
    })(),
  );
  await expect(inspectBackup(file())).rejects.toThrow("it is damaged");
});
