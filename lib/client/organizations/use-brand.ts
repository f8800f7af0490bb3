"use client";

import { useState } from "react";
import { pictureToSend } from "@/lib/client/browser/picture-to-send";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { toast } from "@/lib/client/browser/toast";
import { ApiError, call, upload } from "@/lib/client/server-api/api";
import {
  type FormState,
  idle,
  refusedAt,
  refusedBy,
  sending,
} from "@/lib/client/server-api/form-state";
import { wordsAboutPicture } from "@/lib/client/server-api/problem-words";
import { say } from "@/lib/client/server-api/say";
import type {
  Brand,
  changeBrand,
  putBrandPicture,
  removeBrandPicture,
} from "@/lib/contracts/accounts/brand";
import type { BrandPicture } from "@/lib/contracts/common/brand";
import { brandPictureMaxBytes, picturePixelsMax } from "@/lib/contracts/common/limits";
import { type BrandDraft, changesTo, draftAfter, draftOf, typedColour } from "./brand-draft";

const picturePath = "/organizations/{orgId}/brand/pictures/{kind}";

const accepted = { maxBytes: brandPictureMaxBytes, maxPixels: picturePixelsMax.chosen };
/** A background fills the picture. As a photo without transparency, it has far fewer bytes. */
const shrunk = {
  logo: { side: 1024, transparent: true },
  background: { side: 1920 },
  overlay: { side: 1920, transparent: true },
} as const;

/** An organization's brand kit: colours are drafted and saved, pictures are stored as soon as they are chosen. */
export function useBrand(orgId: string, found: Brand) {
  const [brand, setBrand] = useState(found);
  const [draft, setDraft] = useState(() => draftOf(found));
  const [state, setState] = useState<FormState>(idle);
  const [busy, setBusy] = useState<ReadonlySet<BrandPicture>>(new Set());

  async function save() {
    const [accent, text] = [typedColour(draft.accent), typedColour(draft.text)];
    const problem = say("problems.fields.colour");
    if (accent === undefined) return setState(refusedAt("accent", problem));
    if (text === undefined) return setState(refusedAt("text", problem));
    setState(sending);
    try {
      const saved = await call<typeof changeBrand>("PATCH", "/organizations/{orgId}/brand", {
        params: { orgId },
        body: changesTo(brand, { accent, text, nameSize: draft.nameSize }),
      });
      const { logo: _, background: __, overlay: ___, ...colours } = saved;
      setBrand((now) => ({ ...now, ...colours }));
      setDraft((now) => draftAfter(saved, draft, now));
    } catch (error) {
      return setState(refusedBy(error));
    }
    setState(idle);
    toast.done(say("brand.colors.saved"));
  }

  async function run(
    kind: BrandPicture,
    action: () => Promise<Brand>,
    words: { done: string; failed: string },
  ) {
    setBusy((others) => new Set(others).add(kind));
    await runWithToast(async () => {
      const answer = await action().catch(refusePicture);
      // Only this: answers arrive in any order, and older ones have the others' former state.
      setBrand((now) => ({ ...now, [kind]: answer[kind] }));
    }, words);
    setBusy((all) => new Set([...all].filter((other) => other !== kind)));
  }

  const pictureOf = (kind: BrandPicture) => ({
    busy: busy.has(kind),
    // The server says best what is wrong with a file that the browser cannot read.
    put: (file: File) =>
      run(
        kind,
        async () =>
          upload<typeof putBrandPicture>("PUT", picturePath, {
            params: { orgId, kind },
            body: await pictureToSend(file, { ...accepted, ...shrunk[kind] }).catch(() => file),
          }),
        { done: say("brand.picture.saved"), failed: say("brand.picture.not-saved") },
      ),
    remove: () =>
      run(
        kind,
        () => call<typeof removeBrandPicture>("DELETE", picturePath, { params: { orgId, kind } }),
        { done: say("brand.picture.removed"), failed: say("brand.picture.not-removed") },
      ),
  });

  const write = (changes: Partial<BrandDraft>) => setDraft((now) => ({ ...now, ...changes }));

  return { brand, draft, write, state, save, pictureOf };
}

function refusePicture(error: unknown): never {
  if (!(error instanceof ApiError)) throw error;
  throw new ApiError(error.code, wordsAboutPicture(error), error.problem);
}
