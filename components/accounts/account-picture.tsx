"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { PictureField, pictureWords } from "@/components/ui/picture-field";
import { useAccountPicture } from "@/lib/client/accounts/use-account-picture";

type AccountPictureProps = { name: string; picture: string | null };

/** The picture next to the name, uploaded as soon as it is chosen. */
export function AccountPicture({ name, picture }: AccountPictureProps) {
  const t = useTranslations("account-picture");
  const router = useRouter();
  return (
    <PictureField
      {...useAccountPicture(() => router.refresh())}
      words={pictureWords(t)}
      shown={<Avatar name={name} picture={picture} size="lg" />}
      hasPicture={picture !== null}
    />
  );
}
