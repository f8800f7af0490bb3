import "server-only";
import { createTranslator } from "next-intl";
import {
  type CheckKey,
  type Finding,
  type ResultCode,
  verdictOf,
} from "@/lib/contracts/admin/server";
import { log } from "@/lib/log";
import { catalogues } from "@/lib/words/catalogues";

/** The result of a check before it is put into words. */
export type Result = { code: ResultCode; values?: Finding["values"] };

const t = createTranslator({ locale: "en", messages: catalogues.en, namespace: "server" });

/** A result with its verdict and its English sentence. */
export function findingOf(key: CheckKey, { code, values = {} }: Result): Finding {
  const time = () => String(values.at);
  const detail = t.markup(`results.${code}`, { ...values, time });
  return { key, verdict: verdictOf[code], code, values, detail };
}

type Work = {
  key: CheckKey;
  run: () => Promise<Result> | Result;
  withinMs: number;
  /** The result if it throws or takes too long. */
  otherwise?: ResultCode;
};

/** Runs a check or test. Never rejects. */
export async function settle({
  key,
  run,
  withinMs,
  otherwise = "not-checked",
}: Work): Promise<Finding> {
  const late = AbortSignal.timeout(withinMs);
  try {
    const tooLate = new Promise<never>((_, reject) => {
      late.addEventListener("abort", () => reject(late.reason));
    });
    return findingOf(key, await Promise.race([Promise.resolve().then(run), tooLate]));
  } catch (error) {
    log.warn(`the check of ${key} failed`, error);
    return findingOf(key, { code: otherwise });
  }
}
