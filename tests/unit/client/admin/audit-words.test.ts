import { createTranslator, type useTranslations } from "next-intl";
import { describe, expect, test } from "vitest";
import { auditWords, reasonOf } from "@/lib/client/admin/audit-words";
import type { AuditEntry } from "@/lib/contracts/admin/audit-log";
import { decisionEvents } from "@/lib/contracts/common/decisions";
import { catalogues } from "@/lib/words/catalogues";
import { locales } from "@/lib/words/locales";

const entry: AuditEntry = {
  seq: 1,
  event: "chat_muted",
  at: "2026-11-21T18:00:00.000Z",
  by: { id: "u_1", name: "Ada" },
  subject: { id: "u_2", name: "Bob" },
  show: null,
  detail: null,
};

describe.each(locales)("in %s", (locale) => {
  const messages = catalogues[locale];
  const words = <N extends "admin" | "studio">(namespace: N) =>
    createTranslator({ locale, messages, namespace } as never) as never as ReturnType<
      typeof useTranslations<N>
    >;
  const say = (given: Partial<AuditEntry>) =>
    auditWords({ ...entry, ...given }, words("admin"), words("studio"));

  test("every decision is a sentence with the name of the person who decided", () => {
    for (const event of decisionEvents) {
      expect(say({ event }), event).toContain("Ada");
      expect(say({ event }), event).not.toMatch(/log\.events|_/);
    }
  });

  test("changed settings are named as on their page", () => {
    const detail = "name keepChatDays unknown";
    const { name, keepChatDays } = messages.admin.settings;
    const said = say({ event: "settings_changed", detail });
    expect(said).toContain(`${name}, ${keepChatDays}, unknown`);
  });

  test("decisions on the command line name no one", () => {
    for (const event of [
      "role_changed",
      "super_admin_changed",
      "reset_link_created",
      "show_force_ended",
    ] as const) {
      expect(say({ event, by: null }), event).not.toMatch(/none|null/);
    }
  });
});

test("only decisions that take a reason show their detail as one", () => {
  expect(reasonOf({ ...entry, event: "account_suspended", detail: "Spam" })).toBe("Spam");
  expect(reasonOf({ ...entry, event: "role_changed", detail: "admin" })).toBeNull();
});
