"use client";

import {
  DoorOpen,
  MessageCircleQuestion,
  MicOff,
  SlidersHorizontal,
  Spotlight,
  Theater,
  VideoOff,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { MenuItem } from "@/components/ui/menu";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { askForLook } from "@/lib/client/stage/use-look-draft";
import { askFor, type GuestDevice, placeAt, silence } from "@/lib/client/studio/guest-actions";
import type { GuestDestination } from "@/lib/contracts/backstage";
import { isolated } from "@/lib/words/isolated";

/** The person that the menu items are for. */
type Person = { identity: string; name: string };

export function SpotlightItem({ mint, person }: { mint: string; person: Person }) {
  const t = useTranslations("backstage");
  const { identity, name } = person;
  const spotlight = () =>
    runWithToast(() => askForLook(mint, { layout: "spotlight", spotlight: identity }), {
      done: t("in-spotlight", { name: isolated(name) }),
      failed: t("not-in-spotlight"),
    });
  return (
    <MenuItem icon={<Spotlight />} onSelect={() => void spotlight()}>
      {t("spotlight")}
    </MenuItem>
  );
}

type Devices = Record<GuestDevice, "on" | "off"> & {
  /** The devices a host lets them use; all of them if absent. */
  allowed?: Record<GuestDevice, boolean>;
};
type StageDeviceItemsProps = { mint: string; person: Person & Devices };

/** A host can turn devices off. Only the person can turn them on, so the host asks. */
export function StageDeviceItems({ mint, person }: StageDeviceItemsProps) {
  return (
    <>
      <SpotlightItem mint={mint} person={person} />
      <DeviceItem mint={mint} person={person} device="microphone" />
      <DeviceItem mint={mint} person={person} device="camera" />
    </>
  );
}

type DeviceItemProps = StageDeviceItemsProps & { device: GuestDevice };

function DeviceItem({ mint, person, device }: DeviceItemProps) {
  const t = useTranslations("backstage");
  const { identity, name } = person;
  // Nobody is asked for a source that a host has disallowed.
  if (person[device] === "off" && person.allowed?.[device] === false) return null;
  if (person[device] === "off") {
    const ask = () =>
      runWithToast(() => askFor({ mint, identity }, device), {
        done: t("asked", { name: isolated(name) }),
        failed: t("not-asked", { name: isolated(name) }),
      });
    return (
      <MenuItem icon={<MessageCircleQuestion />} onSelect={() => void ask()}>
        {t(`ask.${device}`)}
      </MenuItem>
    );
  }
  const turnOff = () =>
    runWithToast(() => silence({ mint, identity }, device), {
      done: t(`silenced.${device}`, { name: isolated(name) }),
      failed: t("not-silenced", { name: isolated(name) }),
    });
  return (
    <MenuItem
      icon={device === "microphone" ? <MicOff /> : <VideoOff />}
      onSelect={() => void turnOff()}
    >
      {t(`silence.${device}`)}
    </MenuItem>
  );
}

export function SourcesItem({ onSelect }: { onSelect: () => void }) {
  const t = useTranslations("backstage.sources");
  return (
    <MenuItem icon={<SlidersHorizontal />} onSelect={onSelect}>
      {t("item")}
    </MenuItem>
  );
}

/** Moves a guest off the stage. */
export function GuestPlaceItems({ mint, guest }: { mint: string; guest: Person }) {
  const t = useTranslations("backstage");
  const move = usePlacing(mint, guest);
  return (
    <>
      <MenuItem icon={<Theater />} onSelect={() => void move("backstage")}>
        {t("take")}
      </MenuItem>
      <MenuItem icon={<DoorOpen />} onSelect={() => void move("waiting-room")}>
        {t("return")}
      </MenuItem>
    </>
  );
}

/** Moves a guest and shows a toast. */
export function usePlacing(mint: string, { identity, name }: Person) {
  const t = useTranslations("backstage");
  return (place: GuestDestination) =>
    runWithToast(() => placeAt({ mint, identity }, place), {
      done: t(`placed.${place}`, { name: isolated(name) }),
      failed: t("not-placed", { name: isolated(name) }),
    });
}
