"use client";

import { useTranslations } from "next-intl";
import { ProgrammeFrame } from "@/components/stage/programme-frame";
import { TileShell } from "@/components/stage/tile-shell";
import { plainLook } from "@/lib/client/room/look-in";
import type { Brand } from "@/lib/contracts/accounts/brand";

const faces = ["first", "second"] as const;

/** A show and a card with sample words, drawn as everywhere else. */
export function BrandPreview({ brand }: { brand: Brand }) {
  const t = useTranslations("brand.preview");
  const show = { title: t("show-title") };
  const look = {
    ...plainLook,
    banner: t("banner"),
    comment: { seq: 1, name: t("author"), text: t("comment") },
  };
  return (
    <div className="flex flex-col gap-3">
      <Monitor>
        <ProgrammeFrame
          label={t("show")}
          live={false}
          look={look}
          brand={brand}
          show={show}
          people={faces.map((identity) => ({ kind: "face", identity }))}
          draw={(index, { whole: _, ...placed }) => {
            const name = t(faces[index] ?? "first");
            return (
              <TileShell
                key={name}
                isScreen={false}
                name={name}
                words={{ shown: name, label: name }}
                muted={index === 1}
                {...placed}
              >
                {null}
              </TileShell>
            );
          }}
        />
      </Monitor>
      <Monitor>
        <ProgrammeFrame
          label={t("card")}
          live={false}
          look={{ ...plainLook, scene: "starting" }}
          brand={brand}
          show={show}
          people={[]}
          draw={() => null}
        />
      </Monitor>
    </div>
  );
}

function Monitor({ children }: { children: React.ReactNode }) {
  return <div className="aspect-video overflow-hidden rounded">{children}</div>;
}
