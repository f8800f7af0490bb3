import "server-only";
import { isDeepStrictEqual } from "node:util";
import { type Account, isSuperAdmin } from "@/lib/accounts/account";
import { holdAdmin } from "@/lib/accounts/hold-admin";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { ChangedSettings, InstallationSettings } from "@/lib/contracts/admin/installation";
import { announceSettings } from "@/lib/db/bus";
import { installation } from "@/lib/db/schema/installation";
import { fieldError } from "@/lib/field-errors";
import { logoPath } from "@/lib/installation/logo-path";
import {
  type Installation,
  installationColumns,
  readInstallation,
} from "@/lib/installation/read-installation";
import { limit } from "@/lib/limits";
import { drawPicture } from "@/lib/pictures/draw-picture";
import { invalidField, Problem } from "@/lib/problem";

export async function readSettings({ db }: Pick<Context, "db">): Promise<InstallationSettings> {
  return toSettings(await readInstallation(db));
}

function toSettings({ logoDigest, changedAt, ...row }: Installation): InstallationSettings {
  return { ...row, logo: logoPath({ logoDigest }), changedAt: changedAt.toISOString() };
}

/**
 * Changes the given settings. The audit log names those that differ.
 *
 * @param wanted with the `changedAt` that was read, if the change depends on it
 * @throws {Problem} 409 if the settings have changed since; 403 if an admin other than the super admin changes retention
 */
export function changeSettings(
  context: Pick<Context, "db" | "now">,
  admin: Pick<Account, "id">,
  { changedAt, ...wanted }: ChangedSettings,
): Promise<InstallationSettings> {
  return change(context, admin, (before) => {
    if (changedAt !== undefined && Date.parse(changedAt) !== before.changedAt.getTime()) {
      throw new Problem(
        "settings-changed",
        "Someone else changed the settings. Reload to see them.",
      );
    }
    const { signUp, signUpDomains } = { ...before, ...wanted };
    if (signUp === "domains" && signUpDomains.length === 0) {
      const message = "must have at least one domain";
      throw invalidField("signUpDomains", fieldError("too-few", message, { min: 1 }));
    }
    return wanted;
  });
}

/** It deletes other people's data for good. */
const isRetention = (field: string) => field.startsWith("keep");

export async function putLogo(
  context: Pick<Context, "db" | "now">,
  admin: Pick<Account, "id">,
  { bytes: given, signal }: { bytes: Uint8Array; signal: AbortSignal },
): Promise<InstallationSettings> {
  await limit("picture", `installation ${admin.id}`);
  await limit("picture-by-account", admin.id);
  const { bytes: logo, digest: logoDigest } = await drawPicture(given, "logo", signal);
  return change(context, admin, () => ({ logoDigest }), { logo });
}

export const removeLogo = (
  context: Pick<Context, "db" | "now">,
  admin: Pick<Account, "id">,
): Promise<InstallationSettings> =>
  change(context, admin, () => ({ logoDigest: null }), { logo: null });

/** Writes what differs, under the locks of the admin and the settings. `also` is written with it. */
function change(
  { db, now }: Pick<Context, "db" | "now">,
  admin: Pick<Account, "id">,
  decide: (before: Installation) => Partial<Installation>,
  also: { logo?: Buffer | null } = {},
): Promise<InstallationSettings> {
  return db.transaction(async (tx) => {
    const by = await holdAdmin(tx, admin);
    await readInstallation(tx);
    const [before] = await tx.select(installationColumns).from(installation).for("no key update");
    if (!before) throw new Error("the installation has no settings");
    const changed = Object.entries(decide(before)).filter(
      ([field, value]) =>
        value !== undefined && !isDeepStrictEqual(before[field as keyof Installation], value),
    );
    if (changed.length === 0) return toSettings(before);
    if (!isSuperAdmin(by) && changed.some(([field]) => isRetention(field))) {
      throw new Problem("not-allowed", "Only the super admin can change retention.");
    }
    const [after] = await tx
      .update(installation)
      .set({ ...Object.fromEntries(changed), ...also, changedAt: now() })
      .returning(installationColumns);
    if (!after) throw new Error("the settings were not returned");
    await recordDecision(tx, {
      ...{ mint: null, event: "settings_changed", by: admin.id },
      detail: changed.map(([field]) => (field === "logoDigest" ? "logo" : field)).join(" "),
    });
    await announceSettings(tx);
    return toSettings(after);
  });
}
