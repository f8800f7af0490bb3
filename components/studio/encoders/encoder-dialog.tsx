"use client";

import { useTranslations } from "next-intl";
import { StreamKeyList } from "@/components/studio/encoders/stream-key-list";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { LoadProblem } from "@/components/ui/load-problem";
import { useOrigin } from "@/lib/client/browser/use-origin";
import { errorAt } from "@/lib/client/server-api/form-state";
import { type StreamKeys, useStreamKeys } from "@/lib/client/studio/use-stream-keys";
import { nameMax } from "@/lib/contracts/common/limits";

type EncoderDialogProps = {
  mint: string;
  /** The identities of the encoders in the room. */
  encoders: readonly string[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The encoder's server URL and stream keys. */
export function EncoderDialog({ mint, encoders, open, onOpenChange }: EncoderDialogProps) {
  const t = useTranslations("stream-keys");
  const keys = useStreamKeys(mint, open, encoders);
  const origin = useOrigin();

  function openOrClose(next: boolean) {
    if (!next) keys.forgetMade();
    onOpenChange(next);
  }

  return (
    <Dialog title={t("title")} description={t("lede")} open={open} onOpenChange={openOrClose}>
      <div className="flex flex-col gap-6">
        <HowTo />
        <CopyField label={t("server")} value={`${origin}/whip`} />
        {keys.made ? <KeyMade keys={keys} secret={keys.made} /> : <KeyForm keys={keys} />}
        <LoadProblem loaded={keys.list} />
        <StreamKeyList keys={keys} />
      </div>
    </Dialog>
  );
}

function HowTo() {
  const t = useTranslations("stream-keys.how");
  return (
    <section>
      <h3 className="text-sm font-medium">{t("title")}</h3>
      <ol className="mt-1 flex list-decimal flex-col gap-1 pl-5 text-ink-soft">
        <li>{t("service")}</li>
        <li>{t("fields")}</li>
        <li>{t("keyframes")}</li>
        <li>{t("headphones")}</li>
      </ol>
    </section>
  );
}

function KeyMade({ keys, secret }: { keys: StreamKeys; secret: string }) {
  const t = useTranslations("stream-keys");
  return (
    <div className="flex flex-col gap-4">
      <CopyField label={t("key")} value={secret} hint={t("key-once")} />
      <Button className="sm:self-start" onClick={keys.forgetMade}>
        {t("done")}
      </Button>
    </div>
  );
}

function KeyForm({ keys: { state, make } }: { keys: StreamKeys }) {
  const t = useTranslations("stream-keys");
  return (
    <Form
      verb={t("make")}
      state={state}
      onSubmit={(fields) => void make(String(fields.get("name") ?? ""))}
    >
      <TextField
        label={t("name")}
        name="name"
        autoComplete="off"
        placeholder={t("name-example")}
        maxLength={nameMax}
        error={errorAt(state, "name")}
      />
    </Form>
  );
}
