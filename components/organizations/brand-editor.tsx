"use client";

import { useFormatter, useTranslations } from "next-intl";
import { BrandPreview } from "@/components/organizations/brand-preview";
import { ColourField } from "@/components/organizations/colour-field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { SectionHeading } from "@/components/ui/page";
import { PictureField, pictureWords } from "@/components/ui/picture-field";
import { Select } from "@/components/ui/select";
import { themeColors } from "@/components/ui/theme-colors";
import { contrastReport, drafted, typedColour } from "@/lib/client/organizations/brand-draft";
import { useBrand } from "@/lib/client/organizations/use-brand";
import { errorAt } from "@/lib/client/server-api/form-state";
import type { Brand } from "@/lib/contracts/accounts/brand";
import {
  type BrandPicture,
  brandPictures,
  type NameSize,
  nameSizes,
} from "@/lib/contracts/common/brand";

type Desk = ReturnType<typeof useBrand>;

/** An organization's brand kit for its admins, beside what it makes of a show. */
export function BrandEditor({ orgId, brand: found }: { orgId: string; brand: Brand }) {
  const t = useTranslations("brand");
  const desk = useBrand(orgId, found);
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
      <section aria-labelledby="preview" className="min-w-0 lg:order-2">
        <div className="lg:sticky lg:top-6">
          <SectionHeading id="preview" title={t("preview.title")} />
          <BrandPreview brand={drafted(desk.brand, desk.draft)} />
        </div>
      </section>
      <div className="min-w-0">
        <Colours desk={desk} />
        <section aria-labelledby="pictures" className="mt-10">
          <SectionHeading id="pictures" title={t("pictures")} />
          <div className="flex flex-col gap-6">
            {brandPictures.map((kind) => (
              <Picture key={kind} kind={kind} desk={desk} />
            ))}
          </div>
        </section>
      </div>
    </div>
  );
}

function Colours({ desk: { draft, write, state, save } }: { desk: Desk }) {
  const t = useTranslations("brand.colors");
  const accent = typedColour(draft.accent);
  const text = typedColour(draft.text) ?? null;
  return (
    <section aria-labelledby="colors">
      <SectionHeading id="colors" title={t("title")} />
      <Form verb={t("save")} tone="plain" state={state} onSubmit={() => void save()}>
        <ColourField
          label={t("accent")}
          pick={t("pick", { label: t("accent") })}
          name="accent"
          hint={t("accent-hint")}
          error={errorAt(state, "accent")}
          value={draft.accent}
          onChange={(typed) => write({ accent: typed })}
        />
        <ColourField
          label={t("text")}
          pick={t("pick", { label: t("text") })}
          name="text"
          hint={accent || !text ? t("text-hint") : t("text-alone")}
          error={errorAt(state, "text")}
          value={draft.text}
          onChange={(typed) => write({ text: typed })}
        />
        <div role="status">{accent ? <Contrast accent={accent} text={text} /> : null}</div>
        <Select
          label={t("name-size")}
          value={draft.nameSize}
          onValueChange={(size) => write({ nameSize: size as NameSize })}
          options={nameSizes.map((size) => ({ value: size, label: t(`sizes.${size}`) }))}
        />
      </Form>
    </section>
  );
}

function Contrast({ accent, text }: { accent: string; text: string | null }) {
  const t = useTranslations("brand.contrast");
  const format = useFormatter();
  const { text: found, weak } = contrastReport(accent, text, themeColors);
  // Rounded down: a ratio that is too low must not look as if it were enough.
  const shown = (ratio: number) => format.number(Math.floor(ratio * 10) / 10);
  const sentence = t(found.is, { used: found.used, ratio: shown(found.ratio) });
  return (
    <div className="flex flex-col gap-2">
      {found.is === "replaced" ? (
        <Notice announce={false}>{sentence}</Notice>
      ) : (
        <p className="text-sm text-ink-soft">{sentence}</p>
      )}
      {weak.light ? (
        <Notice announce={false}>{t("weak-light", { ratio: shown(weak.light) })}</Notice>
      ) : null}
      {weak.dark ? (
        <Notice announce={false}>{t("weak-dark", { ratio: shown(weak.dark) })}</Notice>
      ) : null}
    </div>
  );
}

function Picture({ kind, desk }: { kind: BrandPicture; desk: Desk }) {
  const t = useTranslations(`brand.${kind}`);
  const none = useTranslations("brand.picture")("none");
  const src = desk.brand[kind];
  return (
    <PictureField
      {...desk.pictureOf(kind)}
      words={pictureWords(t)}
      shown={
        <span className="grid h-16 w-28 place-items-center overflow-hidden rounded bg-letterbox text-sm text-scrim-ink">
          {src ? <img src={src} alt="" className="size-full object-contain" /> : none}
        </span>
      }
      hasPicture={src !== null}
    />
  );
}
